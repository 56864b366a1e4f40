package jp.kakawari.registry.campaign;

/** How far a campaign came, as far as whoever has it sent needs to know (配信の進み). */
public enum Dispatch {
    /** Nobody has told it to be sent. */
    DRAFT,
    /** It was cancelled before the mail server heard of any of it. */
    DROPPED,
    /** It was told to be sent, or some of it went out. */
    BEGUN
}
