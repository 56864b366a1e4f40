package jp.kakawari.registry.mail;

/** What became of a letter. */
public enum Posted {
    /** The mail server took it. */
    SENT,
    /** The mail server refused it for good, or the address is none. */
    REFUSED,
    /** The mail server was not there, or takes it later (4xx): it was certainly not taken. */
    NOT_NOW,
    /** Nobody heard the mail server's answer: it may have been taken. */
    UNKNOWN
}
