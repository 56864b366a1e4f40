package jp.kakawari.local;

import java.net.URI;

/** Where the running platform answers. */
public record Addresses(URI registry, URI catalog, URI matching, URI kpi, URI issuer) {

    /** The address of a path of that service, for example {@code at.of(at.kpi(), "/v1/feeds/relations?level=%s", level)}. */
    public static URI of(URI service, String path, Object... values) {
        return service.resolve(path.formatted(values));
    }

    /** Keycloak's administration of the realm, ending in a slash. */
    public URI administration() {
        return URI.create(issuer.toString().replace("/realms/", "/admin/realms/") + "/");
    }
}
