package jp.kakawari.registry.membership;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.scheme;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Schemes that 柏崎市 runs, and people whom a partner registered who join them. */
final class Joining {

    private Joining() {}

    static List<Response> allAtOnce(List<Callable<Response>> calls) throws InterruptedException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            return pool.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    static void run(String code, String joining) {
        put("kashiwazaki", code, scheme("OPEN", "会", policy(joining), KASHIWAZAKI), null)
                .then()
                .statusCode(200);
    }

    static void runInFamily(String code, String joining) {
        String body = scheme("OPEN", "会", policy(joining), KASHIWAZAKI);
        put("kashiwazaki", code, body.strip().replaceFirst("\\{", "{\"family\": \"js-family\", "), null)
                .then()
                .statusCode(200);
    }

    static String policy(String joining) {
        return """
                {"tiers": [{"code": "regular", "name": "一般"}], "validMonths": 12%s}""".formatted(joining == null ? "" : ", \"joining\": " + joining);
    }

    static UUID somebody(String home) {
        return somebody(home, home.substring(0, 2));
    }

    static UUID somebody(String home, String prefecture) {
        return register("sample-partner", """
                {"profile": {"nickname": "%1$s", "email": "%1$s@example.jp"%2$s%3$s}}
                """.formatted(
                        UUID.randomUUID(),
                        prefecture == null ? "" : ", \"prefecture\": \"" + prefecture + "\"",
                        home == null ? "" : ", \"localGovernmentCode\": \"" + home + "\""));
    }

    static Response join(String scheme, UUID person, String more) {
        return join("sample-partner", scheme, person, more);
    }

    static Response join(String client, String scheme, UUID person, String more) {
        return post(
                client, "/v1/schemes/" + scheme + "/memberships", "{\"supporter\": \"%s\"%s}".formatted(person, more));
    }

    static Response decide(String client, String scheme, String id, boolean approve) {
        return post(
                client,
                "/v1/schemes/" + scheme + "/memberships/" + id + "/decision",
                "{\"approve\": %s}".formatted(approve));
    }

    static Response act(String client, String scheme, String id, String action) {
        return post(client, "/v1/schemes/" + scheme + "/memberships/" + id + "/" + action, "{}");
    }
}
