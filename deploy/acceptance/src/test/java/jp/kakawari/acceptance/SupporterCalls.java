package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;

/** What supporters, and those who act for them, ask of the registry. */
final class SupporterCalls {

    static final String NANTO = "162108";

    private SupporterCalls() {}

    static Client hanako() {
        return actors().person("hanako");
    }

    static URI me(String path) {
        return URI.create(Addresses.of(at().registry(), "/v1/me") + path);
    }

    static void signUp(Map<String, Object> profile, Map<String, Object> more) {
        keep(profile, more).expect(200);
    }

    static Answer keep(Map<String, Object> profile, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("profile", profile);
        return hanako().get(me("")).status() == 200 ? hanako().put(me(""), body, "*") : hanako().put(me(""), body);
    }

    /** Whoever signed up in a journey is forgotten by its end. */
    static void leave() {
        Answer me = hanako().get(me(""));
        if (me.status() == 200) {
            String id = me.json().path("id").asText();
            hanako().delete(Addresses.of(at().registry(), "/v1/supporters/%s", id), "*")
                    .expect(204);
        }
    }

    static void run(String town, String code) {
        actors().government(town)
                .put(
                        Addresses.of(at().registry(), "/v1/schemes/%s", code),
                        Map.of(
                                "state",
                                "OPEN",
                                "name",
                                code,
                                "municipalities",
                                List.of(town),
                                "policy",
                                Map.of(
                                        "tiers", List.of(Map.of("code", "regular", "name", "一般")),
                                        "joining", Map.of())))
                .expect(200);
    }

    static Answer join(String code) {
        return hanako().post(Addresses.of(at().registry(), "/v1/schemes/%s/memberships", code), Map.of());
    }

    /** Somebody whom the partner registered, with a skill, in that scheme. */
    static String member(String scheme, String skill) {
        String person = register(
                Map.of("nickname", skill + "の人", "phone", "0763-11-2222", "skills", List.of(skill)),
                Map.of("municipality", NANTO));
        actors().partner()
                .post(Addresses.of(at().registry(), "/v1/schemes/%s/memberships", scheme), Map.of("supporter", person))
                .expect(201);
        return person;
    }

    static String register(Map<String, Object> profile, Map<String, Object> tie) {
        return actors().partner()
                .post(Addresses.of(at().registry(), "/v1/supporters"), Map.of("profile", profile, "ties", List.of(tie)))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** Somebody of 大阪 whom that client registered for a town. */
    static String registered(Client client, String channel, String town) {
        String name = "sc-" + UUID.randomUUID();
        return client.post(
                        Addresses.of(at().registry(), "/v1/supporters"),
                        Map.of(
                                "profile", Map.of("nickname", name, "email", name + "@example.jp", "prefecture", "27"),
                                "ties", List.of(Map.of("municipality", town)),
                                "channel", channel))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    static Answer record(String person, String recipient, Map<String, Object> decision) {
        return actors().partner()
                .put(
                        Addresses.of(at().registry(), "/v1/supporters/%s/consents/%s/MATCHING", person, recipient),
                        decision,
                        "*");
    }

    static JsonNode search(String scheme, String skill) {
        return actors().government(NANTO)
                .get(Addresses.of(
                        at().registry(),
                        "/v1/schemes/%s/members?count=true&skill=%s",
                        scheme,
                        URLEncoder.encode(skill, StandardCharsets.UTF_8)))
                .expect(200)
                .json();
    }

    static long countOf(String town, String kind) {
        JsonNode counts = actors().government(town)
                .get(Addresses.of(at().registry(), "/v1/municipalities/%s/supporter-counts?by=kind", town))
                .expect(200)
                .json()
                .path("counts");
        return counts.valueStream()
                .filter(count -> count.path("value").asText().equals(kind))
                .mapToLong(count -> count.path("supporters").asLong())
                .sum();
    }
}
