package jp.kakawari.registry.personal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.kakawari.registry.RegistryConfig;

/**
 * Keyed hashes (HMAC-SHA-256) that find and compare personal data without opening it. Each use hashes under its own
 * label, so that a value of one index says nothing about another.
 */
@ApplicationScoped
public class BlindIndex {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    BlindIndex(RegistryConfig config) {
        byte[] bytes = Base64.getDecoder().decode(config.indexKey());
        if (bytes.length < 32) {
            throw new IllegalStateException("kakawari.registry.index-key must be 32 bytes in Base64");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * Pseudonym of a person nationwide: from kana name, birth date and phone where all three are known, else from the
     * supporter's id. It rather counts one person twice than takes two for one.
     */
    public String subjectKey(UUID supporter, Personal personal) {
        boolean known = personal.fullNameKana() != null && personal.birthDate() != null && personal.phone() != null;
        return known
                ? pseudonym(String.join(
                        "|", personal.fullNameKana(), personal.birthDate().toString(), personal.phone()))
                : subjectKeyOf(supporter);
    }

    /** Pseudonym of somebody of whom only the record is known. */
    public String subjectKeyOf(UUID supporter) {
        return pseudonym(supporter.toString());
    }

    private String pseudonym(String subject) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("subject", utf8(subject)));
    }

    /** Index of an e-mail address, whatever its case; null for none. */
    public byte[] email(String email) {
        return email == null ? null : hash("email", utf8(email.strip().toLowerCase(Locale.ROOT)));
    }

    /** Fingerprint of a record in canonical form, to see later whether it changed. */
    public byte[] contentHash(byte[] canonical) {
        return hash("content", canonical);
    }

    /** Fingerprint of a row of a list as it is spelt. */
    public byte[] rowHash(byte[] spelling) {
        return hash("row", spelling);
    }

    private byte[] hash(String label, byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(utf8(label));
            mac.update((byte) 0);
            return mac.doFinal(value);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
