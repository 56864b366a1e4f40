package jp.kakawari.registry.delegation;

/** How a delegation stands on a day (委任の状態). */
enum DelegationState {
    /** 承諾待ち: the intermediary has not accepted */
    GRANTED,
    /** 開始前 */
    UPCOMING,
    /** 有効: the only state that opens anything */
    IN_FORCE,
    /** 期間終了 */
    OVER,
    /** 解除 */
    REVOKED
}
