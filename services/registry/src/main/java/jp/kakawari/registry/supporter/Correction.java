package jp.kakawari.registry.supporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Iterator;
import jp.kakawari.japan.Prefecture;

/**
 * A correction (訂正) and what it names. Only that is checked: a list may hold what this API would not take, and a person of
 * it can get a nickname all the same. A residence that followed from the address follows the new one.
 */
record Correction(JsonNode patch) {

    private static final String PROFILE = "profile";
    private static final String PREFECTURE = "prefecture";
    private static final String MUNICIPALITY = "localGovernmentCode";

    static Correction of(JsonNode patch) {
        JsonNode whole = patch.deepCopy();
        if (whole.path(PROFILE) instanceof ObjectNode profile) {
            forgetFormerResidence(profile);
        }
        return new Correction(whole);
    }

    boolean names(String member) {
        return patch.has(member);
    }

    boolean namesInProfile(String member) {
        return patch.path(PROFILE).has(member);
    }

    boolean names(ConstraintViolation<?> violation) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        String first = path.next().getName();
        return first.equals(PROFILE) && path.hasNext()
                ? namesInProfile(path.next().getName())
                : names(first);
    }

    private static void forgetFormerResidence(ObjectNode profile) {
        boolean moved = profile.has("address") && leadsAway(profile);
        if (!profile.has(PREFECTURE) && (moved || profile.hasNonNull(MUNICIPALITY))) {
            profile.putNull(PREFECTURE);
        }
        if (!profile.has(MUNICIPALITY) && profile.has("address")) {
            profile.putNull(MUNICIPALITY);
        }
    }

    /** An address without its prefecture is one of the same prefecture. */
    private static boolean leadsAway(ObjectNode profile) {
        JsonNode address = profile.get("address");
        return profile.has("country")
                || !address.isTextual()
                || Prefecture.ofAddress(address.textValue()).isPresent();
    }
}
