package jp.kakawari.registry.codelist;

import static jp.kakawari.registry.TestApi.anonymously;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class CodeListResourceTest {

    @ParameterizedTest
    @CsvSource({
        "activities,31,ふるさと納税",
        "contact-point-kinds,2,関係案内所",
        "desk-targets,3,移住希望者",
        "genders,3,女性",
        "group-kinds,3,部会",
        "group-roles,4,会長・部会長",
        "member-classes,4,協力会員",
        "modes,4,オンライン",
        "officer-roles,4,関係案内人",
        "organization-kinds,15,プロフェッショナル人材戦略拠点",
        "origins,18,災害ボランティア",
        "prefectures,47,高知県",
        "relation-classes,6,直接寄与型",
        "stages,4,つながる"
    })
    void each_list_names_its_codes_in_japanese(String name, int size, String word) {
        anonymously()
                .get("/v1/code-lists/" + name)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("codes.size()", equalTo(size))
                .body("codes.ja", hasItem(word));
    }

    @Test
    void an_origin_has_its_english_name() {
        anonymously()
                .get("/v1/code-lists/origins")
                .then()
                .body("codes.en", hasItems("Came for sightseeing", "Social media"));
    }

    @Test
    void an_unknown_list_is_not_found() {
        anonymously().get("/v1/code-lists/secrets").then().statusCode(404);
    }
}
