package jp.kakawari.registry.scheme;

/** Whether a scheme takes new members (受付状況). */
public enum SchemeState {
    OPEN,
    CLOSED
}
