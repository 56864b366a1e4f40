package jp.kakawari.registry.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
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

        @Schema(description = "設立日") LocalDate foundedOn)
        implements Revised {

    static GroupView of(Group group) {
        return new GroupView(
                group.code(),
                group.revision(),
                group.kind(),
                group.name(),
                group.nameEn(),
                group.summary(),
                group.parent(),
                group.owner(),
                group.foundedOn());
    }
}
