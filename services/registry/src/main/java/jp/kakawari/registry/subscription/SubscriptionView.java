package jp.kakawari.registry.subscription;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody goes on supporting, with what they have paid, counted from the ledger. */
@Schema(name = "Subscription", description = "継続支援")
record SubscriptionView(
        UUID id,
        @Schema(examples = "1") long revision,
        UUID supporter,
        SubscriptionKind kind,
        @Schema(examples = "1000") long yen,
        SubscriptionRequest.Every every,
        @Schema(examples = "tanada") String project,
        @Schema(examples = "2026-04-01") LocalDate startedOn,

        @Schema(description = "終了日; absent while it goes on")
        LocalDate endedOn,

        @Schema(description = "支払い件数", examples = "8") long payments,
        @Schema(description = "支払額の計（円）", examples = "8000") long paid,

        @Schema(description = "pay 支払い, end 終了", examples = "[\"pay\", \"end\"]")
        List<String> allowedActions)
        implements Revised {

    boolean goesOn() {
        return endedOn == null;
    }

    boolean is(UUID of, SubscriptionRequest request) {
        return supporter.equals(of)
                && kind == request.kind()
                && yen == request.yen()
                && every == request.every()
                && Objects.equals(project, request.projectCode())
                && startedOn.equals(request.startedOn());
    }
}
