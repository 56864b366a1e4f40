package jp.kakawari.registry.oauthclient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** A key pair (P-256) with which a client proves who it is instead of a secret. */
record KeyOfAClient(KeyPair pair) {

    static KeyOfAClient made() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return new KeyOfAClient(generator.generateKeyPair());
    }

    /** The members of its public JWK. */
    String members() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return """
                "kty": "EC", "crv": "P-256", "alg": "ES256", "kid": "one", "x": "%s", "y": "%s\"""".formatted(
                        coordinate(point.getAffineX().toByteArray()),
                        coordinate(point.getAffineY().toByteArray()));
    }

    /** A signed assertion (RFC 7523) of that client for that issuer. */
    String assertion(String client, String issuer) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String head = base64("{\"alg\":\"ES256\",\"kid\":\"one\"}".getBytes(StandardCharsets.UTF_8));
        String body =
                base64("{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"iat\":%4$d,\"exp\":%5$d}"
                        .formatted(client, issuer, UUID.randomUUID(), now, now + 60)
                        .getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
        return head + "." + body + "." + base64(signature.sign());
    }

    private static String coordinate(byte[] number) {
        byte[] padded = new byte[32 + number.length];
        System.arraycopy(number, 0, padded, 32, number.length);
        return base64(Arrays.copyOfRange(padded, number.length, padded.length));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
