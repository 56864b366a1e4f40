package jp.kakawari.registry.personal;

import java.util.Base64;
import java.util.List;
import jp.kakawari.registry.RegistryConfig;

/** Settings with made-up keys. */
record Keys(List<String> personalKeys, String indexKey) implements RegistryConfig {

    static final String FIRST = numbered(1);
    static final String SECOND = numbered(2);

    static Keys of(String... personalKeys) {
        return new Keys(List.of(personalKeys), Base64.getEncoder().encodeToString(new byte[32]));
    }

    @Override
    public String stagesRefreshedAt() {
        return "off";
    }

    private static String numbered(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        return number + ":" + Base64.getEncoder().encodeToString(key);
    }
}
