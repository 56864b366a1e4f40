package jp.kakawari.local;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Gives governments that join the platform their OAuth client in Keycloak: one partial import for all of them, in which
 * clients that exist already are left as they are.
 */
final class Onboarding {

    private static final List<String> SCOPES = List.of(
            "basic",
            "roles",
            "kakawari",
            "registry:read",
            "registry:write",
            "catalog:read",
            "catalog:write",
            "matching:read",
            "matching:write",
            "kpi:read");

    private final Addresses at;
    private final Client operator;

    Onboarding(Addresses at, Actors actors) {
        this.at = at;
        this.operator = actors.organization("platform-operator");
    }

    /** Makes a client for each government, named by its 6-digit code, with the secret {@code <code>-secret}. */
    void welcome(Collection<String> governments) {
        operator.post(
                        at.administration().resolve("partialImport"),
                        Map.of(
                                "ifResourceExists", "SKIP",
                                "clients",
                                        governments.stream()
                                                .map(Onboarding::client)
                                                .toList(),
                                "users",
                                        governments.stream()
                                                .map(Onboarding::account)
                                                .toList()))
                .expect(200);
    }

    private static Map<String, Object> client(String government) {
        return Map.of(
                "clientId",
                government,
                "protocol",
                "openid-connect",
                "publicClient",
                false,
                "secret",
                government + "-secret",
                "standardFlowEnabled",
                false,
                "serviceAccountsEnabled",
                true,
                "fullScopeAllowed",
                true,
                "defaultClientScopes",
                SCOPES,
                "optionalClientScopes",
                List.of());
    }

    private static Map<String, Object> account(String government) {
        return Map.of(
                "username",
                "service-account-" + government,
                "enabled",
                true,
                "serviceAccountClientId",
                government,
                "realmRoles",
                List.of(government.substring(2).startsWith("000") ? "prefecture" : "municipality"),
                "attributes",
                Map.of(
                        "organization",
                                List.of(Actors.organizationOf(government).toString()),
                        "government", List.of(government)));
    }
}
