package jp.kakawari.registry.group;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As what an organisation belongs to a group. */
@Schema(name = "GroupMemberRequest", description = "会員区分と役割")
public record MemberRequest(
        @NotNull @Schema(description = "会員区分, see /v1/code-lists/member-classes", examples = "REGULAR")
        MemberClass memberClass,

        @Schema(description = "役割, see /v1/code-lists/group-roles; MEMBER where absent", examples = "MEMBER")
        GroupRole role,

        @Schema(description = "入会日", examples = "2021-03-09")
        LocalDate joinedOn) {

    public MemberRequest {
        role = role == null ? GroupRole.MEMBER : role;
    }
}
