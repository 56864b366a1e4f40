package jp.kakawari.registry.agreement;

/** How an agreement stands on a day. */
enum AgreementState {
    /** 提案中: not all parties have accepted; known to them only */
    PROPOSED,
    /** 発効前 */
    CONCLUDED,
    /** 有効 */
    IN_FORCE,
    /** 終了 */
    ENDED
}
