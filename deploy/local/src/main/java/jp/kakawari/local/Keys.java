package jp.kakawari.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The registry's keys of this machine's platform: made once, beside the data that they seal. */
final class Keys {

    private Keys() {}

    /** The registry's settings of its keys and of its secret at this machine's Keycloak, as environment variables. */
    static Map<String, String> in(Path folder) throws IOException {
        return Map.of(
                "KAKAWARI_REGISTRY_PERSONAL_KEYS",
                "1:" + key(folder.resolve("personal.key")),
                "KAKAWARI_REGISTRY_INDEX_KEYS",
                "1:" + key(folder.resolve("index.key")),
                "KAKAWARI_REGISTRY_CREDENTIAL_KEYS",
                "1:" + key(folder.resolve("credential.key")),
                "KAKAWARI_CLIENTS_SECRET",
                "registry-secret");
    }

    private static String key(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(file);
    }
}
