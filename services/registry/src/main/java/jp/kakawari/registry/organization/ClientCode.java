package jp.kakawari.registry.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code with which a member fetches the secret of its client; it never prints itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ClientCode",
        description = "引換コード: shown this once, to be handed to the contact; good for 7 days; an earlier one is void")
record ClientCode(
        @Schema(examples = "JH3Yk0pH6nJ3r1ZyC8mVQm4xw2b7tLqA9sDfGhJkLzX")
        String claimCode,

        @Schema(description = "利用開始: absent for a code that is good at once", examples = "2026-11-25T10:00:00+09:00")
        OffsetDateTime goodFrom) {

    ClientCode(String claimCode) {
        this(claimCode, null);
    }

    @Override
    public String toString() {
        return "ClientCode[…]";
    }
}
