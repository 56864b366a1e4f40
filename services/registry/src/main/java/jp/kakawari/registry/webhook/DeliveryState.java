package jp.kakawari.registry.webhook;

/** How a delivery stands. */
enum DeliveryState {
    /** 配信待ち: to be sent, for the first time or again */
    PENDING,
    /** 配信済み: the receiver answered 2xx */
    DELIVERED,
    /** 断念: in vain for a day, or the receiver is gone */
    FAILED
}
