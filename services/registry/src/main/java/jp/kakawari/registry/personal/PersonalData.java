package jp.kakawari.registry.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.RegistryConfig;

/**
 * Seals and opens personal data with AES-256-GCM (Tink). A sealed value opens only for the supporter that it was sealed
 * for: their id is the associated data, so a row copied onto another one stays shut.
 */
@ApplicationScoped
public class PersonalData {

    private final Aead aead;
    private final ObjectMapper json;

    PersonalData(RegistryConfig config, ObjectMapper json) {
        this.aead = aead(config.personalKeys());
        this.json = json;
    }

    /** Seals personal data for one supporter; the same data sealed twice looks different. */
    public byte[] seal(UUID supporter, Personal personal) {
        try {
            return sealBytes(supporter, json.writeValueAsBytes(personal));
        } catch (JsonProcessingException broken) {
            throw unreadable(supporter);
        }
    }

    /** Opens what was sealed for that supporter. */
    public Personal open(UUID supporter, byte[] sealed) {
        try {
            return json.readValue(openBytes(supporter, sealed), Personal.class);
        } catch (IOException broken) {
            throw unreadable(supporter);
        }
    }

    /** Seals any bytes that hold personal data, such as a rejected row, for their owner. */
    public byte[] sealBytes(UUID owner, byte[] plain) {
        try {
            return aead.encrypt(plain, bytes(owner));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("can't seal for " + owner, broken);
        }
    }

    /** Opens what {@link #sealBytes} sealed for that owner. */
    public byte[] openBytes(UUID owner, byte[] sealed) {
        try {
            return aead.decrypt(sealed, bytes(owner));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "what is sealed for " + owner + " doesn't open with the present keys", broken);
        }
    }

    /** Without its cause: an error of JSON quotes what it could not read, which must not reach a log. */
    private static IllegalStateException unreadable(UUID supporter) {
        return new IllegalStateException("the personal data of " + supporter + " is not what this version writes");
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static Aead aead(List<String> keys) {
        try {
            AeadConfig.register();
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            for (int i = 0; i < keys.size(); i++) {
                KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key(keys.get(i)));
                keyset.addEntry(i == 0 ? entry.makePrimary() : entry);
            }
            return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "kakawari.registry.personal-keys must be a list of <number>:<32 bytes in Base64>, all numbers different");
        }
    }

    private static AesGcmKey key(String numbered) throws GeneralSecurityException {
        int colon = numbered.indexOf(':');
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setIdRequirement(Integer.parseInt(numbered.substring(0, Math.max(0, colon))))
                .setKeyBytes(SecretBytes.copyFrom(
                        Base64.getDecoder().decode(numbered.substring(colon + 1)), InsecureSecretKeyAccess.get()))
                .build();
    }
}
