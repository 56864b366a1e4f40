package jp.kakawari.registry.supporter;

/** Who ended a tie. What the list or the municipality ended, a later list may take up again; what the person ended, not. */
public enum EndedBy {
    LIST,
    MUNICIPALITY,
    PERSON
}
