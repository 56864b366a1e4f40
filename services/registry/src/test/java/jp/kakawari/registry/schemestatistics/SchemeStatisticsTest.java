package jp.kakawari.registry.schemestatistics;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SchemeStatisticsTest {

    private static final String QUESTION = """
            {"tiers": [{"code": "regular", "name": "家族"}],
             "joining": {"questions": [{"code": "intent", "ja": "移住を考えていますか", "choices": ["yes", "someday", "no"],
                                        "admits": ["yes", "someday", "no"],
                                        "statistic": {"attribute": "MIGRATION_INTENT", "when": [%s]}}]}}""";

    @Inject
    EntityManager database;

    @Test
    void shares_are_told_and_nobodys_answer() {
        scheme("ss-family", "\"yes\", \"someday\"").then().statusCode(200);
        for (int number = 0; number < 20; number++) {
            join("ss-family", number < 14 ? "1990-01-01" : "1950-01-01", number < 10 ? "yes" : "no", number);
        }
        as("kashiwazaki")
                .get("/v1/schemes/ss-family/statistics")
                .then()
                .statusCode(200)
                .body("members", equalTo(20))
                .body("byAgeBand.size()", equalTo(0))
                .body("share20to49", nullValue())
                .body("migrationIntentAnswered", equalTo(20))
                .body("migrationIntent", equalTo(0.5f));
        for (int number = 20; number < 26; number++) {
            join("ss-family", "1950-01-01", "yes", number);
        }
        as("secretariat")
                .get("/v1/schemes/ss-family/statistics")
                .then()
                .statusCode(200)
                .body("share20to49", equalTo(0.54f))
                .body("byAgeBand.30s", equalTo(14))
                .body("byAgeBand.70s", equalTo(12))
                .body("migrationIntent", equalTo(0.62f));
        as("iga").get("/v1/schemes/ss-family/statistics").then().statusCode(403);
        as("secretariat").get("/v1/schemes/ss-unknown/statistics").then().statusCode(404);
    }

    @Test
    void what_is_withheld_can_not_be_computed_from_the_rest() {
        scheme("ss-bands", "\"yes\"").then().statusCode(200);
        for (int number = 200; number < 234; number++) {
            int place = number - 200;
            join(
                    "ss-bands",
                    place < 3 ? "2001-01-01" : place < 6 ? "1982-01-01" : place < 18 ? "1991-01-01" : "1950-01-01",
                    "no",
                    number);
        }
        as("kashiwazaki")
                .get("/v1/schemes/ss-bands/statistics")
                .then()
                .statusCode(200)
                .body("members", equalTo(34))
                .body("byAgeBand.size()", equalTo(1))
                .body("byAgeBand.70s", equalTo(16))
                .body("share20to49", nullValue());
    }

    @Test
    void who_is_removed_is_counted_no_more_and_the_same_policy_is_no_new_version() {
        scheme("ss-removed", "\"yes\"").then().statusCode(200);
        UUID gone = join("ss-removed", "1990-01-01", "yes", 100);
        assertThat(kept(gone)).isOne();
        as("kashiwazaki")
                .header("If-Match", "*")
                .delete("/v1/supporters/" + gone)
                .then()
                .statusCode(204);
        assertThat(kept(gone)).isZero();
        scheme("ss-removed", "\"yes\"").then().statusCode(200).body("revision", equalTo(1));
        scheme("ss-wrong", "\"perhaps\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/policy/joining/questions/0/statistic/when"));
    }

    private long kept(UUID supporter) {
        return ((Number) database.createNativeQuery("""
                                select count(*) from membership_attribute a join membership m on m.id = a.membership
                                where m.supporter = :supporter
                                """)
                        .setParameter("supporter", supporter)
                        .getSingleResult())
                .longValue();
    }

    private static Response scheme(String code, String when) {
        return TestSchemes.put(
                "kashiwazaki", code, TestSchemes.scheme("OPEN", "家族の会", QUESTION.formatted(when), KASHIWAZAKI), null);
    }

    private static UUID join(String scheme, String birthDate, String answer, int number) {
        UUID supporter = register("kashiwazaki", """
                {"profile": {"nickname": "ss-%d", "birthDate": "%s", "email": "ss-%d@example.jp"}}
                """.formatted(number, birthDate, number));
        post("kashiwazaki", "/v1/schemes/" + scheme + "/memberships", """
                        {"supporter": "%s", "answers": {"intent": "%s"}}""".formatted(supporter, answer))
                .then()
                .statusCode(201);
        return supporter;
    }
}
