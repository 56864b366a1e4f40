package jp.kakawari.registry.engagement;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The source told another fact under that transaction before. */
@Problem(
        status = 409,
        code = "transaction-differs",
        title = "Source transaction known otherwise",
        titleJa = "同じ取引番号で異なる内容が登録済みです")
public class TransactionDiffers extends Refusal {

    public TransactionDiffers() {
        detail(
                "The ledger holds another fact under this sourceTransaction. Reject that one and tell this one under a new id.",
                "この sourceTransaction では別の内容が記録されています。元の記録を却下し、新しい番号で登録してください。");
    }
}
