package jp.kakawari.registry.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member of a group as everybody may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupMember", description = "グループの会員")
public record MemberView(
        @Schema(examples = "00000000-0000-7000-8000-000000212172")
        UUID organization,

        @Schema(examples = "飛騨市") String name,
        Kind kind,

        @Schema(description = "全国地方公共団体コード", examples = "212172")
        String government,

        @Schema(description = "会員区分") MemberClass memberClass,
        @Schema(description = "役割") GroupRole role,
        @Schema(description = "入会日") LocalDate joinedOn,

        @Schema(description = "what the caller may do: change 変更, remove 削除", examples = "[\"change\", \"remove\"]")
        List<String> allowedActions) {}
