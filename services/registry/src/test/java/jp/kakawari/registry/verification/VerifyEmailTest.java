package jp.kakawari.registry.verification;

import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.consent.Hanako.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import jp.kakawari.registry.consent.Hanako;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class VerifyEmailTest {

    private static final String VERIFICATION = "/v1/me/email-verification";

    @Inject
    SentCodes codes;

    @Inject
    Traces traces;

    @Inject
    AgroalDataSource pool;

    @BeforeEach
    @AfterEach
    void hanako_leaves() {
        Hanako.leaves();
    }

    @Test
    void an_account_becomes_an_address_becomes_a_verified_one_until_it_is_another() {
        keep("\"snsAccount\": \"@hanako_77\"");
        assurance("LOW");
        send().then().statusCode(422).body("errors[0].pointer", equalTo("/email"));
        keep("\"snsAccount\": \"@hanako_77\", \"email\": \"hanako@example.jp\"");
        assurance("MEDIUM");
        send().then().statusCode(202);
        assertThat(codes.last())
                .returns("hanako@example.jp", CodeIssued::email)
                .returns(UUID.fromString(ID), CodeIssued::supporter);
        assertThat(codes.last().toString()).doesNotContain(codes.last().code());
        int before = asHanako().get("/v1/me").path("revision");
        confirm(codes.last().code()).then().statusCode(204);
        assurance("VERIFIED");
        asHanako().get("/v1/me").then().body("revision", equalTo(before + 1));
        confirm(codes.last().code()).then().statusCode(422).body("code", equalTo("code-not-right"));
        keep("\"snsAccount\": \"@hanako_77\", \"email\": \"hanako@example.jp\", \"phone\": \"090-1234-5678\"");
        assurance("VERIFIED");
        keep("\"snsAccount\": \"@hanako_77\", \"email\": \"other@example.jp\"");
        assurance("MEDIUM");
    }

    @Test
    void a_code_is_good_for_a_few_tries_each_of_which_counts() throws SQLException {
        keep("\"nickname\": \"はな\", \"email\": \"hanako@example.jp\"");
        send().then().statusCode(202);
        String wrong = codes.last().code().equals("00000000") ? "00000001" : "00000000";
        for (int tries = 0; tries < 5; tries++) {
            confirm(wrong).then().statusCode(422);
        }
        confirm(codes.last().code()).then().statusCode(422);
        send().then().statusCode(409).body("code", equalTo("code-sent-already"));
        age("sent_at");
        send().then().statusCode(202);
        age("expires_at");
        confirm(codes.last().code()).then().statusCode(422);
        assertThat(traces.rows()).noneMatch(row -> row.contains(codes.last().code()));
    }

    @Test
    void a_code_proves_only_the_address_that_it_went_to() throws SQLException {
        keep("\"nickname\": \"はな\", \"email\": \"hanako@example.jp\"");
        send().then().statusCode(202);
        keep("\"nickname\": \"はな\", \"email\": \"stranger@example.jp\"");
        confirm(codes.last().code()).then().statusCode(422);
        assurance("MEDIUM");
        Hanako.leaves();
        assertThat(traces.query("select count(*)::text from email_verification where supporter = '%s'".formatted(ID)))
                .containsExactly("0");
    }

    @Test
    void an_address_gets_ten_codes_a_day() throws SQLException {
        keep("\"nickname\": \"はな\", \"email\": \"%s@example.jp\"".formatted(UUID.randomUUID()));
        for (int codes = 0; codes < 10; codes++) {
            send().then().statusCode(202);
            age("sent_at");
        }
        String last = codes.last().code();
        send().then().statusCode(429).body("code", equalTo("too-many-codes"));
        assertThat(codes.last().code()).isEqualTo(last);
        confirm(last).then().statusCode(204);
    }

    @Test
    void an_address_stays_verified_when_a_new_key_indexes_it_with_a_correction() throws SQLException {
        keep("\"nickname\": \"はな\", \"email\": \"hanako@example.jp\"");
        traces.execute("""
                update supporter set email_verified_at = now(), assurance = 'VERIFIED' where id = '%1$s';
                select set_config('kakawari.same_email', 'on', false);
                update supporter set email_index = 'by another key' where id = '%1$s'""".formatted(ID));
        keep("\"nickname\": \"はな\", \"email\": \"hanako@example.jp\", \"phone\": \"090-1234-5678\"");
        assurance("VERIFIED");
    }

    @Test
    void more_confirmations_at_once_than_the_pool_has_connections_wait_for_each_other() throws InterruptedException {
        keep("\"nickname\": \"はな\", \"email\": \"pool-%s@example.jp\"".formatted(UUID.randomUUID()));
        send().then().statusCode(202);
        String wrong = codes.last().code().equals("00000000") ? "00000001" : "00000000";
        int connections = pool.getConfiguration().connectionPoolConfiguration().maxSize();
        assertThat(atOnce(2 * connections, () -> confirm(wrong))).containsOnly(422);
    }

    private void age(String column) throws SQLException {
        traces.execute("update email_verification set %1$s = %1$s - interval '1 hour' where supporter = '%2$s'"
                .formatted(column, ID));
    }

    private static void assurance(String expected) {
        asHanako().get("/v1/me").then().body("assurance", equalTo(expected));
    }

    private static void keep(String profile) {
        String revision = asHanako().get("/v1/me").header("ETag");
        var request = asHanako().body("{\"profile\": {" + profile + "}}");
        (revision == null ? request : request.header("If-Match", revision))
                .put("/v1/me")
                .then()
                .statusCode(200);
    }

    private static Response send() {
        return acting().body("{}").post(VERIFICATION);
    }

    private static Response confirm(String code) {
        return acting().body("{\"code\": \"" + code + "\"}").post(VERIFICATION + "/confirmation");
    }

    private static RequestSpecification acting() {
        return asHanako().header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
