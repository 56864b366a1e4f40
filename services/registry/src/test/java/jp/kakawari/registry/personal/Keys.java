package jp.kakawari.registry.personal;

import java.util.Base64;
import java.util.List;
import jp.kakawari.registry.RegistryConfig;

/** Settings with made-up keys. */
public record Keys(List<String> personalKeys, List<String> indexKeys) implements RegistryConfig {

    public static final String FIRST = numbered(1);
    public static final String SECOND = numbered(2);

    /** The same keys for sealing and indexing. */
    public static Keys of(String... keys) {
        return new Keys(List.of(keys), List.of(keys));
    }

    @Override
    public String stagesRefreshedAt() {
        return "off";
    }

    @Override
    public String feedsTidiedAt() {
        return "off";
    }

    @Override
    public String ageBandsRefreshedAt() {
        return "off";
    }

    @Override
    public String duplicatesFollowedEvery() {
        return "off";
    }

    @Override
    public String keysFollowedEvery() {
        return "off";
    }

    @Override
    public String tiersFollowedEvery() {
        return "off";
    }

    @Override
    public String tiersReviewedAt() {
        return "off";
    }

    @Override
    public List<String> credentialKeys() {
        return personalKeys;
    }

    @Override
    public String minorsLookedBackEvery() {
        return "off";
    }

    @Override
    public String credentialIssuer() {
        return "https://registry.example";
    }

    private static String numbered(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        return number + ":" + Base64.getEncoder().encodeToString(key);
    }
}
