package jp.kakawari.registry.contactpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact point as everybody may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContactPoint", description = "窓口・関係案内所")
public record ContactPointView(
        UUID id,
        @Schema(examples = "1") long revision,
        @Schema(description = "窓口の種別") ContactPointKind kind,
        @Schema(examples = "飛騨市関係案内所 名古屋") String name,

        @Schema(description = "対象の自治体: whom it serves", examples = "212172")
        String government,

        @Schema(description = "所在する市区町村", examples = "231002")
        String location,

        @Schema(description = "住所") String address,
        @Schema(description = "開設時間") String hours,
        String website,
        @Schema(description = "対象者") List<Target> targets,
        @Schema(description = "閉設日") LocalDate closedOn,
        @Schema(description = "紹介した人数（延べ）", examples = "12") long referred,

        @Schema(description = "what the caller may do: change 変更, refer 紹介の記録", examples = "[\"change\", \"refer\"]")
        List<String> allowedActions)
        implements Revised {}
