package jp.kakawari.registry.municipality;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class PrefectureResourceTest {

    private static final String TAKAYAMA = "212032";
    private static final String GUJO = "212199";

    @Test
    void row007_residents_are_not_counted_and_a_person_with_two_ties_counts_once() {
        IntStream.range(0, 10).forEach(i -> supporter("岐阜の外" + i, "13", null));
        JsonPath before = counts();
        supporter("同じ人", "13", null);
        supporter("同じ人", "13", null);
        supporter("高山市民", "21", TAKAYAMA);
        JsonPath after = counts();
        assertThat(after.getLong("people") - before.getLong("people")).isEqualTo(1 + 1);
        assertThat(after.getLong("ties") - before.getLong("ties")).isEqualTo(2 + 2 + 1);
        assertThat(after.getBoolean("suppressed")).isFalse();
    }

    @Test
    void an_organisation_is_no_person() {
        IntStream.range(0, 10).forEach(i -> supporter("個人" + i, "13", null));
        JsonPath before = counts();
        register("sample-partner", """
                {"profile": {"kind": "ORGANIZATION", "nickname": "柏崎の会社", "phone": "0257-22-1111", "prefecture": "15"},
                 "ties": [{"municipality": "%s"}]}""".formatted(TAKAYAMA));
        JsonPath after = counts();
        assertThat(after.getLong("people")).isEqualTo(before.getLong("people"));
        assertThat(after.getLong("ties")).isEqualTo(before.getLong("ties"));
    }

    @Test
    void a_prefecture_counts_only_its_own() {
        as("gifu").get("/v1/prefectures/190004/supporter-counts").then().statusCode(403);
        as("gifu").get("/v1/prefectures/212172/supporter-counts").then().statusCode(404);
        as("hida").get("/v1/prefectures/210005/supporter-counts").then().statusCode(403);
        as("gifu")
                .get("/v1/prefectures/21000/supporter-counts")
                .then()
                .statusCode(200)
                .body("prefecture", equalTo("210005"));
    }

    /** Kana, birth date and phone are known, so the same name is the same person. */
    private static void supporter(String name, String prefecture, String home) {
        register("sample-partner", """
                {"profile": {"familyName": "%1$s", "familyNameKana": "%1$s", "birthDate": "1990-01-01", "phone": "090-0000-0000",
                  "prefecture": "%2$s", "localGovernmentCode": %3$s},
                 "ties": [{"municipality": "%4$s"}, {"municipality": "%5$s"}]}""".formatted(
                        name, prefecture, home == null ? "null" : '"' + home + '"', TAKAYAMA, GUJO));
    }

    private static JsonPath counts() {
        return as("gifu")
                .get("/v1/prefectures/210005/supporter-counts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
