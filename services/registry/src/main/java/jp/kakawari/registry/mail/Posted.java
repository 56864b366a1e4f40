package jp.kakawari.registry.mail;

/** What became of a letter. */
public enum Posted {
    /** The mail server took it. */
    SENT,
    /** The mail server refused it. */
    REFUSED,
    /** Nobody heard the mail server's answer: it may have been taken. */
    UNKNOWN
}
