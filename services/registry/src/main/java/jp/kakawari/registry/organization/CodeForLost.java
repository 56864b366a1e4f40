package jp.kakawari.registry.organization;

import java.time.OffsetDateTime;

/**
 * That a member's lost secret can be taken anew, which its contact must hear of (シークレット再設定の通知); it never prints itself.
 *
 * @param email of the contact
 * @param organization its name
 * @param goodFrom from when on the code is good; null for at once
 */
public record CodeForLost(String email, String organization, String reason, OffsetDateTime goodFrom) {

    @Override
    public String toString() {
        return "CodeForLost[…]";
    }
}
