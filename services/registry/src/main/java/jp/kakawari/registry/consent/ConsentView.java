package jp.kakawari.registry.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.terms.FieldGroup;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a consent stands. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Consent", description = "同意の現在の状態")
public record ConsentView(
        @Schema(description = "目的") Purpose purpose,
        @Schema(description = "提供先", examples = "212172") String recipient,

        @Schema(description = "also the ETag; 0 for what only a list said", examples = "1")
        long revision,

        @Schema(description = "GIVEN 同意, REFUSED 不同意, WITHDRAWN 撤回")
        ConsentState state,

        @Schema(description = "提供項目") List<FieldGroup> fields,

        @Schema(description = "同意した条件の版", examples = "1") Integer terms,

        @Schema(description = "経路") Through through,

        @Schema(description = "記録した団体; absent for the person")
        UUID toldBy,

        OffsetDateTime at,

        @Schema(
                description = "decide 同意・不同意, withdraw 撤回; nothing for others once the person ended it",
                examples = "[\"decide\", \"withdraw\"]")
        List<String> allowedActions)
        implements Revised {

    /** As the person may go on with it. */
    static List<String> ownActions(ConsentState state) {
        return state == ConsentState.GIVEN ? List.of("decide", "withdraw") : List.of("decide");
    }

    /** As whoever registered the person may. */
    ConsentView toRegistrant() {
        return new ConsentView(
                purpose,
                recipient,
                revision,
                state,
                fields,
                terms,
                through,
                toldBy,
                at,
                endedByPerson() ? List.of() : List.of("decide"));
    }

    /** Whether the person said no, which nobody else undoes. */
    boolean endedByPerson() {
        return state != ConsentState.GIVEN && through.byPerson();
    }
}
