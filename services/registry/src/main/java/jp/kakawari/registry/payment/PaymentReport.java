package jp.kakawari.registry.payment;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each payment of a batch. */
@Schema(description = "決済データの受付結果")
public record PaymentReport(
        @Schema(examples = "3") int received,
        @Schema(description = "記録した件数", examples = "2") int created,
        @Schema(description = "登録済みの件数", examples = "0") int unchanged,
        List<Rejected> rejected,

        @Schema(description = "記録した金額の計（円）; refunds are below zero", examples = "15000")
        long amount,

        @Schema(description = "記録した還元額の計（円、端数処理なし）", examples = "15.000")
        BigDecimal accrued) {

    /** One that was not taken, and why; it may be told again once it is put right. */
    @Schema(name = "PaymentRejected", description = "受け付けなかった決済")
    public record Rejected(
            @Schema(description = "JSON pointer of it", examples = "/payments/2")
            String pointer,

            @Schema(examples = "EDY-20261122-0003") String transaction,
            @Schema(examples = "memberUnknown") String reason,
            @Schema(examples = "有効な会員ではありません") String detail) {}
}
