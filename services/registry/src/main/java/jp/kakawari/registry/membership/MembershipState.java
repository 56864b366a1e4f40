package jp.kakawari.registry.membership;

/** How a membership stands (会員の状態). Other services learn of it once it was ACTIVE. */
public enum MembershipState {
    /** 審査中 */
    PENDING,
    /** 有効 */
    ACTIVE,
    /** 不承認 */
    REJECTED,
    /** 終了 */
    ENDED
}
