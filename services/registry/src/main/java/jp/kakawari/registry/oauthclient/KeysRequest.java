package jp.kakawari.registry.oauthclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public keys with which an organisation signs its requests for tokens (private_key_jwt); it never prints itself. */
@Schema(name = "ClientKeys", description = "公開鍵 (JWKS) for private_key_jwt: RSA or EC, public parts only")
record KeysRequest(
        @NotNull
        @Size(min = 1, max = 5)
        @Schema(
                description = "JSON Web Keys (RFC 7517) with kty, kid and, for EC, crv, x, y or, for RSA, n, e",
                examples =
                        "[{\"kty\": \"EC\", \"kid\": \"2026\", \"crv\": \"P-256\", \"x\": \"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\", \"y\": \"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]")
        List<@NotNull Map<String, String>> keys,

        @Size(max = 100) @Schema(description = "引換コード; with a token leave it out")
        String claimCode) {

    private static final Map<String, Set<String>> NEEDED =
            Map.of("EC", Set.of("crv", "x", "y", "kid"), "RSA", Set.of("n", "e", "kid"));
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final int LONGEST = 2000;

    void check() {
        for (int i = 0; i < keys.size(); i++) {
            check("/keys/" + i, keys.get(i));
        }
    }

    private static void check(String at, Map<String, String> key) {
        Set<String> needed = NEEDED.get(key.getOrDefault("kty", ""));
        if (needed == null) {
            throw new InvalidBody().at(at + "/kty", "must be EC or RSA", "EC か RSA を指定してください");
        }
        for (Map.Entry<String, String> member : key.entrySet()) {
            if (PRIVATE.contains(member.getKey())) {
                throw new InvalidBody()
                        .at(at + "/" + member.getKey(), "is private: make a new key pair", "秘密鍵は送らないでください。鍵を作り直してください");
            }
            if (member.getValue() == null || member.getValue().length() > LONGEST) {
                throw new InvalidBody().at(at, "has a member without a value or with a long one", "値のない項目か長すぎる項目があります");
            }
        }
        for (String member : needed) {
            if (!key.containsKey(member)) {
                throw new InvalidBody().at(at + "/" + member, "is required", "必須です");
            }
        }
    }

    String jwks() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        var list = set.putArray("keys");
        for (Map<String, String> key : keys) {
            ObjectNode one = list.addObject();
            key.forEach(one::put);
            one.put("use", "sig");
        }
        return ((JsonNode) set).toString();
    }

    @Override
    public String toString() {
        return "KeysRequest[…]";
    }
}
