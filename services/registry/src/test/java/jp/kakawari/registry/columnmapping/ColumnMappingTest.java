package jp.kakawari.registry.columnmapping;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ColumnMappingTest {

    private static final String MAPPING = """
            {"columns": [{"header": "組合員コード", "field": "memberNumber"}, {"header": "漢字", "field": "name"}]}""";

    @Test
    void aMunicipalitysOwnHeadersAreUsed() {
        get().statusCode(200).header("ETag", "\"0\"").body("columns.size()", equalTo(0));
        put(null, MAPPING).statusCode(428);
        put("\"0\"", MAPPING.replace("\"name\"", "\"nothing\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/columns/1/field"));
        put("\"0\"", MAPPING.replace("漢字", "組合員ｺｰﾄﾞ"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/columns/1/header"));
        put("\"0\"", MAPPING.replace("\"name\"", "\"memberNumber\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/columns/1/field"))
                .body("errors[0].detail", containsString("memberNumber"));
        put("\"0\"", MAPPING).statusCode(200).header("ETag", "\"1\"");
        put("\"0\"", MAPPING).statusCode(412);
        get().header("ETag", "\"1\"").body("columns[0].header", equalTo("組合員コード"));

        String own = "漢字,担当,組合員ｺｰﾄﾞ\n清水 翔,佐藤,A1\n";
        rehearse(own).statusCode(202).body("columns.field", equalTo(Arrays.asList("name", null, "memberNumber")));
        put("\"1\"", "{\"columns\": []}").statusCode(200).header("ETag", "\"2\"");
    }

    private static ValidatableResponse get() {
        return given().auth()
                .oauth2(token())
                .get("/v1/municipalities/434230/column-mapping")
                .then();
    }

    private static ValidatableResponse put(String ifMatch, String mapping) {
        var request =
                given().auth().oauth2(token()).contentType(ContentType.JSON).body(mapping);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/municipalities/434230/column-mapping").then();
    }

    private static ValidatableResponse rehearse(String list) {
        return given().auth()
                .oauth2(token())
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(list.getBytes(StandardCharsets.UTF_8))
                .post("/v1/municipalities/434230/supporter-syncs?dryRun=true")
                .then();
    }

    private static String token() {
        return Parts.shared().tokens().of("minamioguni");
    }
}
