package jp.kakawari.registry.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group as everybody may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Group", description = "協議会・部会・ネットワーク")
public record GroupView(
        @Schema(description = "グループコード", examples = "chiiki-shosha-network")
        String code,

        @Schema(examples = "1") long revision,
        GroupKind kind,
        @Schema(examples = "地域商社ネットワーク協議会") String name,
        String nameEn,
        @Schema(description = "説明") String summary,
        @Schema(description = "親の協議会") String parent,

        @Schema(description = "the organisation that may change it")
        UUID owner,

        @Schema(description = "設立日") LocalDate foundedOn,

        @Schema(description = "廃止日時; absent while it stands")
        OffsetDateTime dissolvedAt,

        @Schema(
                description = "what the caller may do: change 変更, change-members 会員の変更, dissolve 廃止, restore 廃止の取消",
                examples = "[\"change\", \"change-members\", \"dissolve\"]")
        List<String> allowedActions,

        @Schema(description = "履歴 of a single group, for who may change it: the latest first, at most 50")
        List<GroupStep> history)
        implements Revised {

    static GroupView of(Group group, List<String> allowedActions, List<GroupStep> history) {
        return new GroupView(
                group.code(),
                group.revision(),
                group.kind(),
                group.name(),
                group.nameEn(),
                group.summary(),
                group.parent(),
                group.owner(),
                group.foundedOn(),
                group.stands() ? null : JapanTime.of(group.dissolvedAt()),
                allowedActions,
                history);
    }
}
