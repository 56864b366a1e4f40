package jp.kakawari.registry.group;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group as its owner or the secretariat states it. */
@Schema(name = "GroupRequest", description = "協議会・部会・ネットワーク")
public record GroupRequest(
        @NotNull @Schema(description = "種別, see /v1/code-lists/group-kinds", examples = "NETWORK")
        GroupKind kind,

        @NotBlank @Size(max = 100) @Schema(examples = "地域商社ネットワーク協議会")
        String name,

        @Size(max = 200) @Schema(examples = "Network of regional trading companies")
        String nameEn,

        @Size(max = 500) @Schema(description = "説明") String summary,

        @Schema(description = "親の協議会, for a COMMITTEE and only for it")
        Slug parent,

        @NotNull
        @Schema(description = "the organisation that may change it", examples = "00000000-0000-7000-8000-000000212172")
        UUID owner,

        @Schema(description = "設立日", examples = "2021-03-09")
        LocalDate foundedOn) {

    void check() {
        if ((kind == GroupKind.COMMITTEE) != (parent != null)) {
            throw new InvalidBody()
                    .at("/parent", "stands for a COMMITTEE and only for it", "種別が COMMITTEE のときだけ指定できます（必須）");
        }
    }

    String parentCode() {
        return parent == null ? null : parent.value();
    }
}
