package jp.kakawari.registry.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fingerprints of what is too much to keep and has to be compared later: 16 bytes of SHA-256, enciphered as one block of
 * AES-256, behind the number of the key (4 bytes). Equal content has equal fingerprints, without the key it can't even be
 * guessed; and unlike a keyed hash it can be made anew for another key when its content is no longer known.
 */
final class Fingerprint {

    private static final int NUMBER = 4;
    private static final int BLOCK = 16;
    private static final PerThread<Cipher> ENCIPHERING = new PerThread<>();

    private Fingerprint() {}

    static byte[] of(String label, byte[] content, NumberedKey key) {
        return enciphered(hash(label, content), key);
    }

    static boolean is(byte[] fingerprint, String label, byte[] content, List<NumberedKey> keys) {
        return maker(fingerprint, keys)
                .filter(key -> Arrays.equals(fingerprint, of(label, content, key)))
                .isPresent();
    }

    static byte[] rekeyed(byte[] fingerprint, List<NumberedKey> keys) {
        return maker(fingerprint, keys)
                .map(key -> enciphered(deciphered(fingerprint, key), keys.getFirst()))
                .orElse(null);
    }

    static byte[] prefix(NumberedKey key) {
        return ByteBuffer.allocate(NUMBER).putInt(key.number()).array();
    }

    private static Optional<NumberedKey> maker(byte[] fingerprint, List<NumberedKey> keys) {
        if (fingerprint == null || fingerprint.length != NUMBER + BLOCK) {
            return Optional.empty();
        }
        int number = ByteBuffer.wrap(fingerprint).getInt();
        return keys.stream().filter(key -> key.number() == number).findFirst();
    }

    private static byte[] hash(String label, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(label.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(content), BLOCK);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] enciphered(byte[] hash, NumberedKey key) {
        Cipher cipher = ENCIPHERING.of(key.forFingerprints(), () -> cipher(Cipher.ENCRYPT_MODE, key));
        return ByteBuffer.allocate(NUMBER + BLOCK)
                .putInt(key.number())
                .put(block(cipher, hash))
                .array();
    }

    private static byte[] deciphered(byte[] fingerprint, NumberedKey key) {
        byte[] block = Arrays.copyOfRange(fingerprint, NUMBER, NUMBER + BLOCK);
        return block(cipher(Cipher.DECRYPT_MODE, key), block);
    }

    /** One block, which is a hash: there is nothing that modes of several blocks would have to hide. */
    private static Cipher cipher(int mode, NumberedKey key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.forFingerprints(), "AES"));
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] block(Cipher cipher, byte[] block) {
        try {
            return cipher.doFinal(block);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
