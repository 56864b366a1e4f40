package jp.kakawari.registry.supporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.web.ETags;
import jp.kakawari.web.MergePatch;

/** The registrant or the person corrects a record (訂正), knowing the revision that they correct. */
@ApplicationScoped
class CorrectSupporter {

    private final Supporters supporters;
    private final PersonalData personalData;
    private final WriteSupporter writing;
    private final ObjectMapper json;
    private final Validator validator;

    CorrectSupporter(
            Supporters supporters,
            PersonalData personalData,
            WriteSupporter writing,
            ObjectMapper json,
            Validator validator) {
        this.supporters = supporters;
        this.personalData = personalData;
        this.writing = writing;
        this.json = json;
        this.validator = validator;
    }

    @Transactional
    long correct(UUID id, String ifMatch, JsonNode patch, Actor actor) {
        Supporter supporter = supporters.heldBy(actor, id);
        ETags.mustMatch(ifMatch, supporter.revision());
        Personal known = personalData.open(id, supporter.sealed());
        Correction correction = Correction.of(patch);
        SupporterRequest corrected = corrected(present(supporter, known, actor), correction);
        writing.write(supporter, corrected, correction::namesInProfile, actor, known.remarks());
        return supporter.revision();
    }

    private SupporterRequest corrected(SupporterRequest present, Correction correction) {
        SupporterRequest patched = MergePatch.apply(json, present, correction.patch(), SupporterRequest.class);
        var violations =
                validator.validate(patched).stream().filter(correction::names).collect(Collectors.toSet());
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return correction.names("ties")
                ? patched
                : new SupporterRequest(patched.profile(), null, patched.channel(), patched.guardian());
    }

    private static SupporterRequest present(Supporter supporter, Personal known, Actor actor) {
        return new SupporterRequest(
                supporter.profile(known),
                supporter
                        .activeTies()
                        .filter(tie -> actor.sees(tie.municipality()))
                        .map(Tie::wish)
                        .toList(),
                supporter.channel(),
                null);
    }
}
