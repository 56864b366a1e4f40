package jp.kakawari.registry.contactpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact point as the government states it that it serves. */
@Schema(name = "ContactPointRequest", description = "窓口・関係案内所")
public record ContactPointRequest(
        @NotNull @Schema(description = "窓口の種別", examples = "GUIDE_DESK")
        ContactPointKind kind,

        @NotBlank @Size(max = 100) @Schema(examples = "飛騨市関係案内所 名古屋")
        String name,

        @NotNull @Schema(description = "所在する市区町村, perhaps far from the one that it serves", examples = "231002")
        LocalGovernmentCode location,

        @Size(max = 200) @Schema(description = "住所", examples = "愛知県名古屋市中村区見本1-1")
        String address,

        @Size(max = 200) @Schema(description = "開設時間", examples = "火〜日 10:00〜18:00")
        String hours,

        @Size(max = 300)
        @Pattern(regexp = "https?://[^\\s<>\"]+", message = "http:// または https:// で始まる URL を指定してください")
        @Schema(examples = "https://example.jp/")
        String website,

        @NotEmpty
        @Size(max = 3)
        @Schema(description = "対象者, see /v1/code-lists/desk-targets", examples = "[\"RELATION\", \"DUAL_RESIDENCE\"]")
        List<@NotNull Target> targets,

        @Schema(description = "閉設日; absent while it is open")
        LocalDate closedOn) {

    void check() {
        if (Municipalities.byCode(location).isEmpty()) {
            throw new InvalidBody().at("/location", "is no municipality of today", "現存する市町村のコードではありません");
        }
    }

    /** Each once, in their order. */
    List<String> targetCodes() {
        return targets.stream().distinct().sorted().map(Target::name).toList();
    }
}
