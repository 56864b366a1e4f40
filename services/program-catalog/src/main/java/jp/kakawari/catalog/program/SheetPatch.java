package jp.kakawari.catalog.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jp.kakawari.web.MergePatch;

/** Some fields of a sheet (募集要項) written anew. A relation class that only followed from the activity follows the new one. */
@ApplicationScoped
class SheetPatch {

    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    SheetPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The sheet as the patch makes it; refuses one that breaks a rule of its fields. */
    ProgramSheet apply(ProgramSheet current, JsonNode patch) {
        ProgramSheet sheet = MergePatch.apply(json, current, whole(current, patch), ProgramSheet.class);
        var violations = validator.validate(sheet);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return sheet;
    }

    private static JsonNode whole(ProgramSheet current, JsonNode patch) {
        boolean derived = current.activity().relationClass().isPresent();
        if (derived && patch instanceof ObjectNode fields && fields.has("activity") && !fields.has("relationClass")) {
            return fields.deepCopy().putNull("relationClass");
        }
        return patch;
    }
}
