package jp.kakawari.registry.scheme;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestSchemes.TIERS;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.run;
import static jp.kakawari.registry.TestSchemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SchemeResourceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Test
    void a_municipality_states_its_scheme_and_everybody_reads_it() {
        run("kashiwazaki", "sc-fanclub", "柏崎ファンクラブ", KASHIWAZAKI);
        run("kashiwazaki", "sc-fanclub", "柏崎ファンクラブ", KASHIWAZAKI);
        anonymously()
                .get("/v1/schemes/sc-fanclub")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("柏崎ファンクラブ"))
                .body("municipalities", contains(KASHIWAZAKI))
                .body("policy.version", equalTo(1))
                .body("policy.tiers.code", contains("regular", "platinum"))
                .body("policy.validMonths", equalTo(12));
        anonymously()
                .queryParam("municipality", KASHIWAZAKI)
                .queryParam("limit", 200)
                .queryParam("count", true)
                .get("/v1/schemes")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("sc-fanclub"));
        anonymously()
                .queryParam("municipality", "016331")
                .get("/v1/schemes")
                .then()
                .body("items.code", not(hasItem("sc-fanclub")));
        anonymously().get("/v1/schemes/sc-nowhere").then().statusCode(404);
        anonymously().get("/v1/schemes/Sc_NOWHERE").then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }

    @Test
    void another_policy_is_another_version_and_another_name_is_not() {
        run("kashiwazaki", "sc-versions", "国民制度", KASHIWAZAKI);
        String renamed = scheme("OPEN", "国民制度（新）", TIERS, KASHIWAZAKI);
        put("kashiwazaki", "sc-versions", renamed, null).then().statusCode(428);
        put("kashiwazaki", "sc-versions", renamed, "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("policy.version", equalTo(1));
        String endless = """
                {"tiers": [{"code": "regular", "name": "国民"}]}""";
        put("kashiwazaki", "sc-versions", scheme("OPEN", "国民制度（新）", endless, KASHIWAZAKI), "\"2\"")
                .then()
                .statusCode(200)
                .body("policy.version", equalTo(2))
                .body("policy.tiers.name", contains("国民"))
                .body("policy.validMonths", nullValue());
    }

    @Test
    void a_policy_to_come_is_announced_and_none_is_of_the_past() {
        run("kashiwazaki", "sc-announced", "応援団", KASHIWAZAKI);
        String later = """
                {"validFrom": "%s", "tiers": [{"code": "regular", "name": "団員"}], "validMonths": 24}""";
        put(
                        "kashiwazaki",
                        "sc-announced",
                        scheme("OPEN", "応援団", later.formatted(TODAY.minusDays(1)), KASHIWAZAKI),
                        "\"1\"")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/policy/validFrom"));
        put(
                        "kashiwazaki",
                        "sc-announced",
                        scheme("OPEN", "応援団", later.formatted(TODAY.plusDays(30)), KASHIWAZAKI),
                        "\"1\"")
                .then()
                .statusCode(200)
                .body("policy.version", equalTo(1))
                .body("announced.version", equalTo(2))
                .body("announced.validMonths", equalTo(24));
        put("kashiwazaki", "sc-early", scheme("OPEN", "応援団", later.formatted(TODAY.plusDays(1)), KASHIWAZAKI), null)
                .then()
                .statusCode(422);
    }

    @Test
    void only_those_who_run_it_together_change_it() {
        run("kashiwazaki", "sc-together", "度会県民", KASHIWAZAKI, MINAMIOGUNI);
        String closed = scheme("CLOSED", "度会県民", TIERS, KASHIWAZAKI, MINAMIOGUNI);
        put("iga", "sc-together", closed, "\"1\"").then().statusCode(403);
        put("sample-partner", "sc-together", closed, "\"1\"").then().statusCode(403);
        put("minamioguni", "sc-together", closed, "\"1\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        put("iga", "sc-of-others", scheme("OPEN", "他の制度", TIERS, KASHIWAZAKI), null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/municipalities"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tiers\": []} | 152056 | /policy/tiers",
                "{\"tiers\": [{\"code\": \"A b\", \"name\": \"一般\"}]} | 152056 | /policy/tiers/0/code",
                "{\"tiers\": [{\"code\": \"a\", \"name\": \"一般\"}, {\"code\": \"b\", \"name\": \"一 般\"}]} | 152056 | /policy/tiers/1",
                "{\"tiers\": [{\"code\": \"a\", \"name\": \"一般\"}], \"validMonths\": 0} | 152056 | /policy/validMonths",
                "{\"tiers\": [{\"code\": \"a\", \"name\": \"一般\"}]} | 150002 | /municipalities/0",
            })
    void what_is_wrong_names_its_place(String policy, String municipality, String pointer) {
        put("kashiwazaki", "sc-wrong", scheme("OPEN", "制度", policy, municipality), null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
        anonymously().get("/v1/schemes/sc-wrong").then().statusCode(404);
    }

    @Test
    void of_two_first_ones_at_once_one_is_first() throws Exception {
        List<Integer> statuses =
                atOnce(4, () -> put("kashiwazaki", "sc-race", scheme("OPEN", "競争", TIERS, KASHIWAZAKI), null));
        assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 409);
        anonymously().get("/v1/schemes/sc-race").then().header("ETag", "\"1\"").body("policy.version", equalTo(1));
    }

    @Test
    void pages_go_on_where_they_ended() {
        run("kashiwazaki", "sc-page-a", "頁の一", KASHIWAZAKI);
        run("kashiwazaki", "sc-page-b", "頁の二", KASHIWAZAKI);
        String next = anonymously()
                .queryParam("municipality", KASHIWAZAKI)
                .queryParam("limit", 1)
                .get("/v1/schemes")
                .then()
                .statusCode(200)
                .extract()
                .path("next");
        anonymously()
                .queryParam("municipality", KASHIWAZAKI)
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/schemes")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }
}
