package jp.kakawari.registry.delivery;

import java.util.UUID;
import jp.kakawari.registry.mail.LinkToken;

/**
 * Somebody whose turn it is. It never prints itself.
 *
 * @param foreign whether their first language is not Japanese, or where that isn't known, they live abroad
 */
record Recipient(UUID supporter, String email, boolean foreign, LinkToken token) {

    @Override
    public String toString() {
        return "Recipient[" + supporter + "]";
    }
}
