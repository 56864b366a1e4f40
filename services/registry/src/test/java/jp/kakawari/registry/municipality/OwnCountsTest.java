package jp.kakawari.registry.municipality;

import static jp.kakawari.registry.TestApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestLists;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OwnCountsTest {

    private static final String PATH = "/v1/municipalities/434230/supporter-counts";

    @Test
    void each_is_counted_once_under_what_the_list_says() {
        Map<String, Long> before = counts("affiliation");
        TestLists.sync("minamioguni", "434230", """
                会員番号,氏名,登録経路,団体
                OC-1,清水,OC-SITE,OC東京会
                OC-2,髙橋,OC-SITE,OC東京会
                OC-3,田中,,OC同窓会
                """);
        assertThat(counts("channel")).containsEntry("OC-SITE", 2L);
        assertThat(counts("affiliation")).containsEntry("OC東京会", 2L).containsEntry("OC同窓会", 1L);
        assertThat(counts("affiliation").get(null)).isEqualTo(before.get(null));
        JsonPath byChannel = as("minamioguni").get(PATH + "?by=channel").jsonPath();
        assertThat(byChannel.getLong("supporters"))
                .isEqualTo(counts("channel").values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void nobody_else_is_told() {
        as("hida").get(PATH + "?by=channel").then().statusCode(403);
        as("minamioguni").get(PATH).then().statusCode(400);
        as("minamioguni").get(PATH + "?by=personal").then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }

    private static Map<String, Long> counts(String by) {
        List<Map<String, Object>> counts =
                as("minamioguni").get(PATH + "?by=" + by).jsonPath().getList("counts");
        Map<String, Long> byValue = new HashMap<>();
        counts.forEach(
                count -> byValue.put((String) count.get("value"), ((Number) count.get("supporters")).longValue()));
        return byValue;
    }
}
