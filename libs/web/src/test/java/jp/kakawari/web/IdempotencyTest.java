package jp.kakawari.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** What was done once is answered again, on real PostgreSQL. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class IdempotencyTest {
    @Inject
    Toys toys;

    private final String key = UUID.randomUUID().toString();
    private final String name = "こけし" + UUID.randomUUID();

    @Test
    void theSameKeyAndBodyIsDoneOnce() {
        Response first = make("sample-partner", key, name);
        Response again = make("sample-partner", key, name);
        first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
        again.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo("\"1\""))
                .header("Idempotent-Replayed", equalTo("true"));
        assertThat(again.asString()).isEqualTo(first.asString()).contains(name);
        assertThat(made(name)).isEqualTo(1);
    }

    @Test
    void whatHasNothingToTellIsDoneOnceToo() {
        String toy = make("sample-partner", key, name).header("Location");
        lose(toy).then().statusCode(204).header("Idempotent-Replayed", nullValue());
        assertThat(made(name)).isZero();
        lose(toy).then().statusCode(204).header("Idempotent-Replayed", equalTo("true"));
    }

    @Test
    void anotherBodyIsRefused() {
        make("sample-partner", key, name).then().statusCode(201);
        make("sample-partner", key, name + "2").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertThat(made(name + "2")).isZero();
    }

    @Test
    void keysOfOthersAreTheirOwn() {
        make("sample-partner", key, name).then().statusCode(201);
        make("other-partner", key, name).then().statusCode(201).header("Idempotent-Replayed", nullValue());
        assertThat(made(name)).isEqualTo(2);
    }

    @Test
    void withoutAKeyNothingIsDone() {
        make("sample-partner", null, name).then().statusCode(400).body("code", equalTo("idempotency-key-missing"));
        make("sample-partner", " ", name).then().statusCode(400);
        make("sample-partner", "x".repeat(256), name).then().statusCode(400);
        assertThat(made(name)).isZero();
    }

    @Test
    void aRefusedActionLeavesNothingAndMayBeTriedAgain() {
        for (int i = 0; i < 2; i++) {
            make("sample-partner", key, "壊れた").then().statusCode(409).body("code", equalTo("toy-broken"));
        }
        assertThat(made("壊れた")).isZero();
        make("sample-partner", key, name).then().statusCode(201);
    }

    @Test
    void whileTheFirstRunsTheSecondIsToldSo() throws Exception {
        Toys.started = new CountDownLatch(1);
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = other.submit(() -> make("sample-partner", key, Toys.SLOW));
            assertThat(Toys.started.await(30, TimeUnit.SECONDS)).isTrue();
            make("sample-partner", key, Toys.SLOW)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("idempotency-key-in-use"));
            Toys.MAY_GO_ON.release();
            first.get(30, TimeUnit.SECONDS).then().statusCode(201);
            make("sample-partner", key, Toys.SLOW)
                    .then()
                    .statusCode(201)
                    .header("Idempotent-Replayed", equalTo("true"));
        }
    }

    @Test
    void manyAtOnceMakeOne() {
        var answers = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> make("sample-partner", key, name).statusCode())
                .toList();
        assertThat(answers).contains(201).containsAnyOf(201, 409).isSubsetOf(201, 409);
        assertThat(made(name)).isEqualTo(1);
    }

    @Test
    void theDatabaseAloneTellsNothing() {
        make("sample-partner", key, name).then().statusCode(201);
        assertThat(toys.count("select count(*) from idempotent_answer where position(convert_to('" + name
                        + "', 'UTF8') in answer) > 0 or position(convert_to('" + key + "', 'UTF8') in id) > 0"))
                .isZero();
    }

    @Test
    void aDayLaterTheKeyIsForgottenAndSwept() {
        make("sample-partner", key, name).then().statusCode(201);
        toys.run("update idempotent_answer set created_at = now() - interval '25 hours'");
        make("sample-partner", key, name).then().statusCode(201).header("Idempotent-Replayed", nullValue());
        assertThat(made(name)).isEqualTo(2);
        make("sample-partner", UUID.randomUUID().toString(), name).then().statusCode(201);
        assertThat(toys.count("select count(*) from idempotent_answer where created_at < now() - interval '24 hours'"))
                .isZero();
    }

    private long made(String what) {
        return toys.count("select count(*) from toy where name = '" + what + "'");
    }

    private Response lose(String toy) {
        return given().auth()
                .oauth2(Parts.shared().tokens().of("sample-partner"))
                .header("Idempotency-Key", key)
                .post(toy + "/loss");
    }

    private static Response make(String client, String key, String name) {
        var request = given().contentType("application/json")
                .auth()
                .oauth2(Parts.shared().tokens().of(client))
                .body("{\"name\": \"" + name + "\"}");
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/v1/toys");
    }
}
