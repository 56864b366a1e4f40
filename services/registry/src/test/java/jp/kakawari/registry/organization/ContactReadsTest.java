package jp.kakawari.registry.organization;

import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.Test;

/** Every answer that shows the secretariat a contact which isn't published is a read of it (閲覧記録). */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ContactReadsTest {

    @Inject
    Traces traces;

    @Test
    void each_decision_that_shows_the_contact_is_recorded() throws SQLException {
        String id = apply("見られる会", false);
        int reads = 0;
        for (String step : new String[] {"admission", "suspension", "reinstatement", "departure"}) {
            decide(id, step);
            assertReads(id, ++reads);
        }
        String refused = apply("見られて断られる会", false);
        decide(refused, "refusal");
        assertReads(refused, 1);
    }

    @Test
    void so_is_stating_the_organization_anew_also_where_that_changes_nothing() throws SQLException {
        String id = apply("書き直される会", false);
        for (int time = 1; time <= 2; time++) {
            as("secretariat")
                    .header("If-Match", "\"1\"")
                    .body("{\"state\": \"ACTIVE\", \"kind\": \"NPO\", \"name\": \"書き直された会\"}")
                    .put("/v1/organizations/" + id)
                    .then()
                    .statusCode(200)
                    .body("contact.name", equalTo("里山 守"));
            assertReads(id, time);
        }
    }

    @Test
    void what_everybody_sees_and_what_is_refused_is_no_read() throws SQLException {
        String shown = apply("公開の窓口の会", true);
        decide(shown, "admission");
        assertReads(shown, 0);
        String hidden = apply("まだ停止できない会", false);
        post("secretariat", "/v1/organizations/" + hidden + "/suspension", "{\"reason\": \"早すぎる\"}")
                .then()
                .statusCode(409);
        assertReads(hidden, 0);
    }

    private void assertReads(String organization, int expected) throws SQLException {
        assertThat(traces.query("select purpose from personal_read where supporter = '" + organization + "'"))
                .hasSize(expected)
                .allMatch("ORGANIZATION_CONTACT"::equals);
    }

    private static void decide(String id, String step) {
        post("secretariat", "/v1/organizations/" + id + "/" + step, "{\"reason\": \"見本\"}")
                .then()
                .statusCode(200)
                .body("contact.name", equalTo("里山 守"));
    }

    private static String apply(String name, boolean published) {
        return anonymously()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"kind": "NPO", "name": "%s", "contact": {"name": "里山 守"}, "contactPublished": %s}
                        """.formatted(name, published))
                .post("/v1/organization-applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
