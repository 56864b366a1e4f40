package jp.kakawari.registry.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.kakawari.registry.RegistryConfig;
import jp.kakawari.registry.personal.CredentialKeys;
import jp.kakawari.registry.personal.CredentialKeys.Signing;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * A card as a JWT (JWS, EdDSA) that can be verified without asking: scheme, tier and validity, and nothing of the person; its
 * subject is the card. Whether it was revoked only the registry knows.
 */
@ApplicationScoped
class SignCredential {

    private final CredentialKeys keys;
    private final String issuer;

    SignCredential(CredentialKeys keys, RegistryConfig config) {
        this.keys = keys;
        this.issuer = config.credentialIssuer();
    }

    String sign(CardRow card, Instant until) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(card.id().toString());
        claims.setIssuedAt(NumericDate.fromMilliseconds(card.issuedAt().toEpochMilli()));
        if (until != null) {
            claims.setExpirationTime(NumericDate.fromMilliseconds(until.toEpochMilli()));
        }
        claims.setClaim("scheme", card.scheme());
        claims.setClaim("tier", card.tier());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKeyIdHeaderValue(keys.first().id());
        signature.setHeader("typ", "membership+jwt");
        signature.setKey(privateKey(keys.first()));
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("a card can't be signed", impossible);
        }
    }

    /** The public keys as a JWK set. */
    Map<String, Object> published() {
        List<Map<String, Object>> set =
                keys.all().stream().map(SignCredential::published).toList();
        return Map.of(JsonWebKeySet.JWK_SET_MEMBER_NAME, set);
    }

    private static Map<String, Object> published(Signing key) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(publicKey(key));
            jwk.setKeyId(key.id());
            jwk.setUse("sig");
            jwk.setAlgorithm(AlgorithmIdentifiers.EDDSA);
            return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException impossible) {
            throw new IllegalStateException("a key can't be published", impossible);
        }
    }

    private static Key privateKey(Signing key) {
        return made(factory ->
                factory.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key.privateKey())));
    }

    /** RFC 8032: the last bit is that of x, the others are y, the lowest byte first. */
    private static Key publicKey(Signing key) {
        byte[] y = key.publicKey().clone();
        boolean odd = (y[y.length - 1] & 0x80) != 0;
        y[y.length - 1] &= 0x7f;
        byte[] highestFirst = new byte[y.length];
        for (int i = 0; i < y.length; i++) {
            highestFirst[i] = y[y.length - 1 - i];
        }
        KeySpec spec =
                new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, highestFirst)));
        return made(factory -> factory.generatePublic(spec));
    }

    private interface Making {
        Key by(KeyFactory factory) throws GeneralSecurityException;
    }

    private static Key made(Making making) {
        try {
            return making.by(KeyFactory.getInstance("Ed25519"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Ed25519 can't be used");
        }
    }
}
