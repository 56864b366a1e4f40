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
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.RegistryConfig;

/**
 * Seals and opens personal data with AES-256-GCM (Tink). A sealed value opens only for the supporter that it was sealed
 * for: their id is the associated data, so a row copied onto another one stays shut.
 */
@Singleton
public class PersonalData {

    /** Length of what a sealed value begins with: its key (1 + 4 bytes) and a nonce, so that no two begin alike. */
    private final List<NumberedKey> keys;

    private final Aead aead;
    private final ObjectMapper json;

    PersonalData(RegistryConfig config, ObjectMapper json) {
        this.keys = NumberedKey.all("kakawari.registry.personal-keys", config.personalKeys());
        this.aead = aead(keys);
        this.json = json;
    }

    /** How far a change of the sealing key has come here. */
    public KeyChange change() {
        return NumberedKey.change(keys);
    }

    /** What everything begins with that the key which seals has sealed: Tink's version and the key's number. */
    public byte[] prefix() {
        return ByteBuffer.allocate(5)
                .put((byte) 1)
                .putInt(keys.getFirst().number())
                .array();
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

    private static Aead aead(List<NumberedKey> keys) {
        try {
            AeadConfig.register();
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            for (NumberedKey key : keys) {
                KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(aesGcm(key));
                keyset.addEntry(key == keys.getFirst() ? entry.makePrimary() : entry);
            }
            return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the keys of personal data can't be used");
        }
    }

    private static AesGcmKey aesGcm(NumberedKey key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setIdRequirement(key.number())
                .setKeyBytes(SecretBytes.copyFrom(key.bytes(), InsecureSecretKeyAccess.get()))
                .build();
    }
}
