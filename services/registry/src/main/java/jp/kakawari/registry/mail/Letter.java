package jp.kakawari.registry.mail;

import java.net.URI;

/**
 * One letter to one address, in plain text. It never prints itself.
 *
 * @param unsubscribe where its reader says that they want no more (配信停止, RFC 8058), null for what is no mailing
 */
public record Letter(String to, String subject, String text, URI unsubscribe) {

    /** A letter that is no mailing. */
    public Letter(String to, String subject, String text) {
        this(to, subject, text, null);
    }

    @Override
    public String toString() {
        return "Letter[…]";
    }
}
