package jp.kakawari.registry.oauthclient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A client as the identity provider shall have it. What it may say of itself stands in the client and not in a user's
 * attributes: so the registry needs no right over users. (The client scope "kakawari" says it for users with a role only.)
 *
 * @param keys JWKS, or null
 * @param secret a new one, or null to leave it
 * @param wanted which of its changes this is
 */
record Desired(
        UUID organization,
        String clientId,
        String name,
        String role,
        List<String> scopes,
        String government,
        boolean enabled,
        String keys,
        String secret,
        long wanted) {

    private static final List<String> COMMON = List.of("basic", "roles");

    /** Keycloak's representation of it. */
    Map<String, Object> representation() {
        Map<String, Object> client = new HashMap<>(Map.of(
                "clientId", clientId,
                "name", name,
                "enabled", enabled,
                "protocol", "openid-connect",
                "publicClient", false,
                "standardFlowEnabled", false,
                "directAccessGrantsEnabled", false,
                "serviceAccountsEnabled", true,
                "fullScopeAllowed", false));
        client.put("clientAuthenticatorType", keys == null ? "client-secret" : "client-jwt");
        client.put(
                "attributes",
                keys == null
                        ? Map.of("use.jwks.string", "false")
                        : Map.of("use.jwks.string", "true", "jwks.string", keys));
        client.put("defaultClientScopes", defaultScopes());
        client.put("optionalClientScopes", List.of());
        client.put("protocolMappers", mappers());
        if (secret != null) {
            client.put("secret", secret);
        }
        return client;
    }

    List<String> defaultScopes() {
        return Stream.concat(COMMON.stream(), scopes.stream()).toList();
    }

    private List<Map<String, Object>> mappers() {
        Map<String, Object> acts = mapper("role", "oidc-hardcoded-role-mapper", Map.of("role", role));
        Map<String, Object> audience = mapper(
                "audience",
                "oidc-audience-mapper",
                Map.of(
                        "included.custom.audience", "kakawari",
                        "access.token.claim", "true",
                        "id.token.claim", "false",
                        "introspection.token.claim", "true"));
        Map<String, Object> member = claim("organization", organization.toString());
        return government == null
                ? List.of(acts, audience, member)
                : List.of(acts, audience, member, claim("government", government));
    }

    private static Map<String, Object> claim(String name, String value) {
        return mapper(
                "member " + name,
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name", name,
                        "claim.value", value,
                        "jsonType.label", "String",
                        "access.token.claim", "true",
                        "id.token.claim", "false",
                        "userinfo.token.claim", "false",
                        "introspection.token.claim", "true"));
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }
}
