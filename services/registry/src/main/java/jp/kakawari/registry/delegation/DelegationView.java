package jp.kakawari.registry.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delegation as its two sides and the secretariat see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "委任")
record DelegationView(
        @Schema(examples = "01938f72-2a00-7c31-8d4e-5a7b9c1d3e22")
        UUID id,

        @Schema(examples = "2") long revision,

        @Schema(description = "委任元", examples = "00000000-0000-7000-8000-000000212172")
        UUID grantor,

        @Schema(description = "全国地方公共団体コード of a grantor that is a government", examples = "212172")
        String government,

        @Schema(description = "委任先", examples = "00000000-0000-7000-8000-00000000a001")
        UUID intermediary,

        @Schema(description = "委任の範囲", examples = "[\"PROGRAMS\"]")
        List<Scope> scopes,

        @Schema(examples = "2026-04-01") LocalDate validFrom,
        @Schema(examples = "2027-03-31") LocalDate validUntil,

        @Schema(description = "GRANTED 承諾待ち, UPCOMING 開始前, IN_FORCE 有効, OVER 期間終了, REVOKED 解除", examples = "IN_FORCE")
        DelegationState state,

        @Schema(examples = "2026-03-01T10:00:00+09:00") OffsetDateTime grantedAt,
        @Schema(examples = "2026-03-02T10:00:00+09:00") OffsetDateTime acceptedAt,
        OffsetDateTime revokedAt,

        @Schema(description = "who revoked it") UUID revokedBy,

        @Schema(description = "what the caller may do: accept, revoke", examples = "[\"revoke\"]")
        List<String> allowedActions)
        implements Revised {}
