package jp.kakawari.registry.export;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestLists;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SupporterExportTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @Test
    void everything_that_a_list_said_comes_out_as_it_will_be_read_again() {
        String list = """
                会員番号,氏名,フリガナ,生年月日,性別,郵便番号,都道府県,住所,電話番号,メールアドレス,できること,関心,きっかけ,登録日,メール配信同意,備考
                EX-1,髙橋 〜子,タカハシ ナミコ,S60.7.16,女,064-0941,東京都,千代田区見本町7−4,07090274044,a@example.jp,"翻訳,林業",里山,"窓口・案内所の紹介、出身",R6.4.1,○,"=HYPERLINK(""x"")"
                EX-2,𠮷野 葵,,,,,海外,東京都ではないどこか,,,,,,,,"改行
                あり"
                """;
        TestLists.sync("kashiwazaki", KASHIWAZAKI, list);
        Response out = export("kashiwazaki", KASHIWAZAKI, "utf-8");
        out.then().header("Content-Type", "text/csv;charset=UTF-8").header("Cache-Control", "private, no-store");
        assertThat(out.header("Content-Disposition"))
                .startsWith("attachment; filename=\"supporters-152056-")
                .endsWith(".csv\"");
        String text = new String(out.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF会員番号,姓,名,セイ,メイ,呼び名,生年月日,")
                .contains("\r\nEX-1,髙橋,〜子,タカハシ,ナミコ,,1985-07-16,女性,"
                        + "064-0941,東京都,東京都千代田区見本町7－4,070-9027-4044,a@example.jp,翻訳、林業,里山,窓口・案内所の紹介、出身,2024-04-01,○,"
                        + "\"'=HYPERLINK(\"\"x\"\")\",list,,,,2024-04-01,つかむ,,×\r\n");
        assertThat(text).contains("\r\nEX-2,𠮷野,葵,,,,,,,海外,東京都ではないどこか,,,,,,,×,\"改行\nあり\",");
        String narrow =
                new String(export("kashiwazaki", KASHIWAZAKI, "windows-31j").asByteArray(), WINDOWS_31J);
        assertThat(narrow).startsWith("会員番号,姓,").contains("\r\nEX-1,髙橋,～子,").contains("\r\nEX-2,〓野,葵,");
        assertThat(narrow.lines().filter(line -> line.endsWith(",姓"))).hasSize(1);
        String own = Stream.of(narrow.split("\r\n"))
                .filter(row -> row.startsWith("会員番号,") || row.startsWith("EX-"))
                .collect(Collectors.joining("\r\n"));
        assertThat(TestLists.sync("kashiwazaki", KASHIWAZAKI, own.getBytes(WINDOWS_31J))
                        .get("changed"))
                .isZero();
        as("kashiwazaki")
                .queryParam("memberNumber", "EX-2")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/supporters")
                .then()
                .body("items[0].profile.familyName", equalTo("𠮷野"));
    }

    @Test
    void how_somebody_came_comes_out_and_in_again_unchanged() {
        String list = """
                会員番号,氏名,できること,きっかけ,メール配信同意,登録経路,団体,紹介者の会員番号,SNSアカウント
                EY-1,清水 翔,,,○,YOITOKO,柏崎ファンクラブ東京会,EY-2,
                EY-2,,,,×,,,,@ey_two
                """;
        TestLists.sync("kashiwazaki", KASHIWAZAKI, list);
        String text = new String(export("kashiwazaki", KASHIWAZAKI, "utf-8").asByteArray(), StandardCharsets.UTF_8);
        String own = Stream.of(text.split("\r\n"))
                .filter(row -> row.startsWith("\uFEFF会員番号,") || row.startsWith("EY-"))
                .collect(Collectors.joining("\r\n"));
        assertThat(own).contains(",YOITOKO,柏崎ファンクラブ東京会,EY-2,,", ",list,,,'@ey_two,");
        assertThat(TestLists.sync("kashiwazaki", KASHIWAZAKI, own)).containsEntry("unchanged", 2);
    }

    @Test
    void a_line_of_json_is_what_the_municipality_reads_of_one_and_each_is_recorded_once() throws Exception {
        UUID here = register("sample-partner", somebody("out", KASHIWAZAKI));
        UUID gone = register("sample-partner", somebody("gone", KASHIWAZAKI));
        as("sample-partner")
                .header("If-Match", "*")
                .delete("/v1/supporters/" + gone)
                .then()
                .statusCode(204);
        Response out = as("kashiwazaki").accept(NDJSON).get(path(KASHIWAZAKI));
        out.then().statusCode(200).header("Content-Type", NDJSON);
        List<String> lines =
                new String(out.asByteArray(), StandardCharsets.UTF_8).lines().toList();
        String one = as("kashiwazaki")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/supporters/" + here)
                .asString();
        assertThat(lines.stream().filter(line -> line.contains(here.toString())))
                .singleElement()
                .satisfies(line -> assertThat(json.readTree(line)).isEqualTo(json.readTree(one)));
        assertThat(lines).noneMatch(line -> line.contains(gone.toString()));
        assertThat(exported(here)).isEqualTo(1);
        assertThat(exported(gone)).isZero();
        assertThat(lines).hasSize((int) exportedAtOnce(here));
    }

    @Test
    void whoever_asks_for_less_gets_it_compressed() {
        register("sample-partner", somebody("gzip", KASHIWAZAKI));
        for (String encoding : List.of("utf-8", "windows-31j")) {
            Response packed = as("kashiwazaki")
                    .header("Accept-Encoding", "gzip")
                    .queryParam("encoding", encoding)
                    .get(path(KASHIWAZAKI));
            packed.then().statusCode(200).header("Content-Encoding", "gzip");
        }
    }

    @Test
    void nobody_else_takes_it_out_and_what_can_not_be_is_refused() {
        as("minamioguni").get(path(KASHIWAZAKI)).then().statusCode(403);
        as("sample-partner").get(path(KASHIWAZAKI)).then().statusCode(403);
        as("gifu").get(path(KASHIWAZAKI)).then().statusCode(403);
        as("kashiwazaki")
                .queryParam("encoding", "utf-16")
                .get(path(KASHIWAZAKI))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("encoding"));
        as("kashiwazaki")
                .accept(NDJSON)
                .queryParam("encoding", "windows-31j")
                .get(path(KASHIWAZAKI))
                .then()
                .statusCode(400);
        as("kashiwazaki")
                .accept("application/pdf")
                .get(path(KASHIWAZAKI))
                .then()
                .statusCode(406);
    }

    private static Response export(String client, String municipality, String encoding) {
        Response answer =
                as(client).accept("text/csv").queryParam("encoding", encoding).get(path(municipality));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String path(String municipality) {
        return "/v1/municipalities/" + municipality + "/supporter-export";
    }

    private long exported(UUID supporter) {
        return count("supporter = :id", supporter);
    }

    private long exportedAtOnce(UUID supporter) {
        return count(
                "at = (select max(at) from personal_read where supporter = :id and purpose = 'MUNICIPALITY_EXPORT')",
                supporter);
    }

    private long count(String condition, UUID supporter) {
        return (Long) database.createNativeQuery(
                        "select count(*) from personal_read where purpose = 'MUNICIPALITY_EXPORT' and " + condition,
                        Long.class)
                .setParameter("id", supporter)
                .getSingleResult();
    }
}
