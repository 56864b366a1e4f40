package jp.kakawari.registry.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agreement as its parties, and once concluded everybody, may see it. */
@Schema(description = "連携協約・連携協定")
record AgreementView(
        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a3c1")
        UUID id,

        @Schema(examples = "1") long revision,
        AgreementType type,
        @Schema(examples = "備後圏域連携中枢都市圏連携協約") String name,
        List<Side> parties,
        Set<SharedData> shares,
        @Schema(examples = "2026-04-01") LocalDate validFrom,
        @Schema(examples = "2031-03-31") LocalDate validUntil,

        @Schema(description = "PROPOSED 提案中, CONCLUDED 発効前, IN_FORCE 有効, ENDED 終了")
        AgreementState state,

        @Schema(description = "what the caller may do: accept, end", examples = "[\"end\"]")
        List<String> allowedActions)
        implements Revised {

    /** One party. */
    @Schema(name = "AgreementParty", description = "当事者")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Side(
            @Schema(examples = "00000000-0000-7000-8000-000000212172")
            UUID organization,

            @Schema(description = "全国地方公共団体コード", examples = "212172")
            String government,

            @Schema(description = "同意日時; absent until it accepts", examples = "2026-03-01T10:00:00+09:00")
            OffsetDateTime acceptedAt) {}
}
