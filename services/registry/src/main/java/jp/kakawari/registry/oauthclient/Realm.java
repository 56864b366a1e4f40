package jp.kakawari.registry.oauthclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The realm of Keycloak in which members have their clients, as its administration over HTTP lets one make them. */
@ApplicationScoped
class Realm {

    private static final int MARGIN_SECONDS = 20;

    private final ClientsConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;
    private volatile Token token = new Token("", Instant.MIN);

    private record Token(String value, Instant until) {}

    Realm(ClientsConfig config, ObjectMapper json, Clock clock) {
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.answerWithin())
                .build();
    }

    /** Whether the registry may make clients at all. */
    boolean isOpen() {
        return config.secret().isPresent();
    }

    /** Makes the client, or makes it anew as it shall be; doing it again changes nothing. */
    void put(Desired client) throws NotMade {
        URI clients = URI.create(realm() + "/clients");
        JsonNode known = send(request(URI.create(clients + "?clientId=" + encode(client.clientId())))
                .GET());
        String body = json.valueToTree(client.representation()).toString();
        if (known.path(0).has("id")) {
            URI one = URI.create(clients + "/" + known.path(0).path("id").asText());
            send(request(one).PUT(BodyPublishers.ofString(body)));
            grant(URI.create(one + "/default-client-scopes"), client.defaultScopes());
        } else {
            send(request(clients).POST(BodyPublishers.ofString(body)));
        }
    }

    /** A client that is there already keeps its scopes through a PUT: those that it lacks are added, the others taken away. */
    private void grant(URI scopes, List<String> wanted) throws NotMade {
        Map<String, String> granted = ids(scopes);
        if (granted.keySet().equals(Set.copyOf(wanted))) {
            return;
        }
        Map<String, String> known = ids(URI.create(realm() + "/client-scopes"));
        for (String scope : wanted) {
            if (!granted.containsKey(scope) && known.containsKey(scope)) {
                send(request(URI.create(scopes + "/" + known.get(scope))).PUT(BodyPublishers.noBody()));
            }
        }
        for (Map.Entry<String, String> scope : granted.entrySet()) {
            if (!wanted.contains(scope.getKey())) {
                send(request(URI.create(scopes + "/" + scope.getValue())).DELETE());
            }
        }
    }

    /** Ids of scopes by their names. */
    private Map<String, String> ids(URI scopes) throws NotMade {
        Map<String, String> ids = new HashMap<>();
        send(request(scopes).GET())
                .forEach(scope ->
                        ids.put(scope.path("name").asText(), scope.path("id").asText()));
        return ids;
    }

    private String realm() {
        return config.issuer().replace("/realms/", "/admin/realms/");
    }

    private HttpRequest.Builder request(URI uri) throws NotMade {
        return HttpRequest.newBuilder(uri)
                .timeout(config.answerWithin())
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
    }

    private String token() throws NotMade {
        Token known = token;
        if (clock.instant().isBefore(known.until())) {
            return known.value();
        }
        String form = "grant_type=client_credentials&client_id=" + encode(config.id()) + "&client_secret="
                + encode(config.secret().orElseThrow());
        JsonNode answer = send(HttpRequest.newBuilder(URI.create(config.issuer() + "/protocol/openid-connect/token"))
                .timeout(config.answerWithin())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        token = new Token(
                answer.path("access_token").asText(),
                clock.instant().plusSeconds(answer.path("expires_in").asLong() - MARGIN_SECONDS));
        return token.value();
    }

    private JsonNode send(HttpRequest.Builder request) throws NotMade {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                token = new Token("", Instant.MIN);
                throw new NotMade("status " + answer.statusCode());
            }
            return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException unreachable) {
            throw new NotMade("unreachable");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotMade("stopped");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
