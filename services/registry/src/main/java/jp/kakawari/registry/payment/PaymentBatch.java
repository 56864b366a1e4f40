package jp.kakawari.registry.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Payments as a card operator tells them. */
@Schema(description = "決済データ: up to 5,000 payments and refunds")
public record PaymentBatch(@NotEmpty @Size(max = 5000) List<@NotNull @Valid Told> payments) {

    /**
     * A payment, or a refund of one.
     *
     * @param refunds the transaction that is refunded, null for a payment
     */
    @Schema(name = "PaymentTold", description = "決済または返金")
    record Told(
            @NotBlank
            @Size(max = 100)
            @Schema(description = "取引番号: told again, it stays one", examples = "EDY-20261122-0001")
            String transaction,

            @NotBlank @Size(max = 100) @Schema(description = "会員証番号", examples = "HI-000001")
            String memberNumber,

            @NotNull @Min(1) @Max(1_000_000_000) @Schema(description = "金額（円）", examples = "10000")
            Long amount,

            @NotNull @Schema(description = "決済日", examples = "2026-11-22")
            LocalDate paidOn,

            @Size(max = 100)
            @Schema(
                    description = "返金: transaction of the payment that is refunded, in whole or part",
                    examples = "EDY-20261121-0007")
            String refunds) {

        /** In yen, below zero for a refund. */
        long yen() {
            return refunds == null ? amount : -amount;
        }
    }

    /** All transactions that it speaks of. */
    List<String> transactions() {
        return payments.stream()
                .flatMap(told -> Stream.of(told.transaction(), told.refunds()))
                .filter(transaction -> transaction != null)
                .distinct()
                .toList();
    }
}
