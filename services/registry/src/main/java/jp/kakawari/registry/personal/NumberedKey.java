package jp.kakawari.registry.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key as it is configured, {@code <number>:<32 bytes in Base64>}. A later key has a higher number. It never prints itself.
 *
 * @param forFingerprints derived from it, so that no key has two uses
 */
record NumberedKey(int number, byte[] bytes, byte[] forFingerprints) {

    private static final int LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final PerThread<Mac> MACS = new PerThread<>();

    /** The keys of a setting; the first one writes, all of them read. */
    static List<NumberedKey> all(String property, List<String> configured) {
        try {
            List<NumberedKey> keys = configured.stream().map(NumberedKey::parse).toList();
            Set<Integer> numbers = new HashSet<>();
            if (keys.isEmpty() || !keys.stream().allMatch(key -> numbers.add(key.number()))) {
                throw new IllegalArgumentException();
            }
            return keys;
        } catch (IllegalArgumentException unusable) {
            // Without the cause, which may quote a key.
            throw new IllegalStateException(
                    property + " must be a list of <number>:<32 bytes in Base64>, all numbers positive and different");
        }
    }

    static KeyChange change(List<NumberedKey> keys) {
        if (keys.size() == 1) {
            return KeyChange.NONE;
        }
        int newest = keys.stream().mapToInt(NumberedKey::number).max().orElseThrow();
        return keys.getFirst().number() == newest ? KeyChange.RUNNING : KeyChange.ANNOUNCED;
    }

    private static NumberedKey parse(String text) {
        int colon = text.indexOf(':');
        int number = Integer.parseInt(text.substring(0, Math.max(0, colon)).strip());
        byte[] bytes = Base64.getDecoder().decode(text.substring(colon + 1).strip());
        if (number <= 0 || bytes.length != LENGTH) {
            throw new IllegalArgumentException();
        }
        return new NumberedKey(number, bytes, hmac(bytes, "fingerprint key".getBytes(StandardCharsets.UTF_8)));
    }

    /** HMAC-SHA-256. */
    static byte[] hmac(byte[] key, byte[]... parts) {
        Mac mac = MACS.of(key, () -> mac(key));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "NumberedKey[" + number + "]";
    }
}
