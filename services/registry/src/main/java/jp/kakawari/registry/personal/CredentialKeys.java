package jp.kakawari.registry.personal;

import com.google.crypto.tink.subtle.Ed25519Sign;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.List;
import jp.kakawari.registry.RegistryConfig;

/**
 * Keys that sign cards (会員証の署名鍵): Ed25519, made from seeds that are configured like the other keys. The first one signs;
 * the public halves of all are published, so that what an older key signed stays verifiable.
 */
@ApplicationScoped
public class CredentialKeys {

    private final List<Signing> keys;

    CredentialKeys(RegistryConfig config) {
        this.keys = NumberedKey.all("kakawari.registry.credential-keys", config.credentialKeys()).stream()
                .map(CredentialKeys::signing)
                .toList();
    }

    /**
     * A pair of keys, 32 bytes each; it never prints itself.
     *
     * @param id by which a signature names it
     */
    public record Signing(String id, byte[] publicKey, byte[] privateKey) {

        @Override
        public String toString() {
            return "Signing[" + id + "]";
        }
    }

    public Signing first() {
        return keys.getFirst();
    }

    public List<Signing> all() {
        return keys;
    }

    private static Signing signing(NumberedKey key) {
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(key.bytes());
            return new Signing(Integer.toString(key.number()), pair.getPublicKey(), pair.getPrivateKey());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the keys of credentials can't be used");
        }
    }
}
