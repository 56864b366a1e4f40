package jp.kakawari.registry.payment;

/** Why a payment is not taken. */
enum Refused {
    IN_THE_FUTURE("inTheFuture", "未来の日付です"),
    MEMBER_UNKNOWN("memberUnknown", "その日に有効な会員ではありません"),
    NO_RULE("noRule", "その日に有効で貴団体を指定する還元の規約がありません"),
    TRANSACTION_DIFFERS("transactionDiffers", "同じ取引番号で異なる内容が登録済みです"),
    PAYMENT_UNKNOWN("paymentUnknown", "返金の元になる決済が見つかりません"),
    MEMBER_DIFFERS("memberDiffers", "元の決済と会員が異なります"),
    REFUND_TOO_LARGE("refundTooLarge", "返金が元の決済の残額を超えています"),
    REFUND_TOO_EARLY("refundTooEarly", "元の決済より前の日付です");

    private final String code;
    private final String ja;

    Refused(String code, String ja) {
        this.code = code;
        this.ja = ja;
    }

    PaymentReport.Rejected of(int place, PaymentBatch.Told told) {
        return new PaymentReport.Rejected("/payments/" + place, told.transaction(), code, ja);
    }
}
