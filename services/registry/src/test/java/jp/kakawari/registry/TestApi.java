package jp.kakawari.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jp.kakawari.embedded.Parts;

/** The registry as the sample world's members call it. */
public final class TestApi {

    public static final String KASHIWAZAKI = "152056";
    public static final String MINAMIOGUNI = "434230";

    private TestApi() {}

    /** A request with the token of a sample client: kashiwazaki, minamioguni, sample-partner … */
    public static RequestSpecification as(String client) {
        return given().auth().oauth2(Parts.shared().tokens().of(client)).contentType(ContentType.JSON);
    }

    /** A request of 花子, who signed in. */
    public static RequestSpecification asHanako() {
        return given().auth().oauth2(Parts.shared().tokens().person("hanako")).contentType(ContentType.JSON);
    }

    public static RequestSpecification anonymously() {
        return given().contentType(ContentType.JSON);
    }

    public static RequestSpecification patching(String client) {
        return as(client).contentType("application/merge-patch+json; charset=UTF-8");
    }

    public static Response post(String client, String path, String body) {
        return as(client)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    /** The status codes of the same call made so many times at once, sorted. */
    public static List<Integer> atOnce(int times, Supplier<Response> call) throws InterruptedException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> status = () -> call.get().statusCode();
            return pool.invokeAll(Collections.nCopies(times, status)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }
    }

    /** Returns when it is so, and fails after a minute. */
    public static void await(BooleanSupplier done) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** Registers somebody and answers their id. */
    public static UUID register(String client, String body) {
        return UUID.fromString(post(client, "/v1/supporters", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Somebody with a nickname and an address, tied to one municipality. */
    public static String somebody(String nickname, String municipality) {
        return """
                {"profile": {"nickname": "%1$s", "email": "%1$s@example.jp", "prefecture": "13"},
                 "ties": [{"municipality": "%2$s", "origins": ["FESTIVAL"], "mailConsent": true}]}
                """.formatted(nickname, municipality);
    }

    public static String engagement(UUID supporter, String activity, String day, String transaction) {
        return """
                {"supporter": "%s", "activity": "%s", "occurredOn": "%s", "sourceTransaction": "%s"}
                """.formatted(supporter, activity, day, transaction);
    }
}
