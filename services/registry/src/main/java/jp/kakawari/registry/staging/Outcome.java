package jp.kakawari.registry.staging;

/** What a row of a list does (取り込み結果). */
public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** A tie that a snapshot ends, for want of a row. */
    ENDED,
    /** Only there to be seen by a snapshot. */
    REJECTED,
    /** Rejected after it was staged: by a row before it, or for what became of the person meanwhile. */
    REFUSED
}
