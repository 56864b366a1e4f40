package jp.kakawari.registry.municipality;

import java.util.UUID;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.supporter.Assurance;
import jp.kakawari.registry.supporter.TieView;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supporter as the municipality of the tie sees them; it never prints itself. */
@Schema(description = "市区町村から見た関係人口")
public record TiedSupporter(
        UUID id,
        @Schema(examples = "3") long revision,

        @Schema(description = "会員番号 of the synced list", examples = "HI-000001")
        String memberNumber,

        @Schema(description = "登録経路", examples = "YOITOKO") String channel,

        @Schema(description = "本人確認の程度: LOW for an SNS account only")
        Assurance assurance,

        @Schema(description = "紹介者: who brought them, once they are on the list themself")
        UUID referrer,

        Profile profile,

        @Schema(description = "備考; shown to whoever noted it")
        String remarks,

        TieView tie)
        implements Revised {

    @Override
    public String toString() {
        return "TiedSupporter[" + id + "]";
    }
}
