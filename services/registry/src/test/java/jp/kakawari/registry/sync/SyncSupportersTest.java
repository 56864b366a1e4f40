package jp.kakawari.registry.sync;

import static jp.kakawari.registry.sync.ListSender.KASHIWAZAKI;
import static jp.kakawari.registry.sync.ListSender.MINAMIOGUNI;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.japan.PersonName;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A municipality syncs its supporters, over HTTP and on a real database. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncSupportersTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    @Inject
    SyncTables tables;

    @Inject
    PersonalData personalData;

    @Inject
    ObjectMapper json;

    @ParameterizedTest
    @CsvSource({
        "hida, 212172, hida-fanclub, windows-31j",
        "kosuge, 194425, kosuge-members, UTF-8 with BOM",
        "iga, 242161, iga-supporters, UTF-8"
    })
    void aListComesOutAsExpectedAndASecondTimeChangesNothing(
            String client, String municipality, String list, String encoding) throws Exception {
        ListSender sender = new ListSender(client, municipality);
        JsonNode expected = json.readTree(sample(list + ".expected.json"));
        byte[] file = sample(list + ".csv").readAllBytes();
        long valid = expected.get("valid").asLong();
        long events = tables.events();
        long ties = tables.ties(municipality);

        assertCounts(sender.report(sender.send(file, true)), expected, "created");
        assertThat(tables.events()).isEqualTo(events);
        assertThat(tables.ties(municipality)).isEqualTo(ties);

        Map<String, Object> report = sender.report(sender.send(file, false));
        assertCounts(report, expected, "created");
        assertThat(report).containsEntry("encoding", encoding);
        assertThat(tables.ties(municipality)).isEqualTo(ties + valid);
        assertThat(tables.events()).isEqualTo(events + valid);
        tables.awaitTold(municipality);
        assertMembers(municipality, expected.get("members"));

        assertCounts(sender.report(sender.send(file, false)), expected, "unchanged");
        assertThat(tables.events()).isEqualTo(events + valid);
        assertThat(tables.staged()).isZero();
    }

    @Test
    void aChangedRowRaisesOneEventWithTheWholeSupporter() throws Exception {
        String before = """
                会員番号,氏名,都道府県,住所,できること,関わりのきっかけ,メール配信同意
                MO-1,清水 翔,熊本県,南小国町1,翻訳,出身,×
                MO-2,髙橋 葵,東京都,港区2,,,○
                """;
        MINAMIOGUNI.sync(before);
        long events = tables.events();
        String after = before.replace("翻訳", "翻訳、林業").replace("×", "○");
        Response sent = MINAMIOGUNI.send(after.getBytes(WINDOWS_31J), false);

        assertThat(progress(MINAMIOGUNI.report(sent)))
                .containsEntry("changed", 1)
                .containsEntry("unchanged", 1);
        assertThat(tables.events()).isEqualTo(events + 1);
        SupporterChanged changed =
                json.readValue(tables.list(row -> row.getString(1), """
                        select body::text from supporter_state join tie on supporter = id
                        where municipality = '434230' and source_id = 'MO-1'""").getFirst(), SupporterChanged.class);
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.skills()).containsExactly("翻訳", "林業");
        assertThat(changed.prefecture()).isEqualTo("43");
        assertThat(changed.registeredBy()).isEqualTo(UUID.fromString("00000000-0000-7000-8000-000000434230"));
        assertThat(changed.ties()).singleElement().satisfies(tie -> {
            assertThat(tie.municipality()).isEqualTo("434230");
            assertThat(tie.origins()).containsExactly("BIRTHPLACE");
            assertThat(tie.resident()).isTrue();
            assertThat(tie.mailConsent()).isTrue();
        });
    }

    @Test
    void nothingPersonalStandsInClear() throws Exception {
        KASHIWAZAKI.sync("""
                会員番号,氏名,電話番号,メールアドレス
                KW-1,架空見本太郎,07090274044,taro.mihon@example.jp
                KW-2,架空見本太郎,壊れた番号,taro.mihon@example.jp
                """);
        for (String table : List.of("supporter", "tie", "sync_job", "sync_row", "sync_rejection", "outbox")) {
            List<String> rows = tables.list(row -> row.getString(1), "select t::text from " + table + " t");
            for (String secret : List.of("架空見本太郎", "07090274044", "070-9027-4044", "taro.mihon", "壊れた番号")) {
                String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
                assertThat(rows).noneMatch(row -> row.contains(secret) || row.contains(hex));
            }
        }
    }

    @Test
    void rejectedRowsComeBackInTheFormThatCameIn() {
        String list = """
                会員番号,氏名,生年月日,備考\r
                KW-11,清水 翔,1985/2/30,=HYPERLINK("x")\r
                KW-12,﨑山 葵,S62.9.3,①\r
                ,髙橋,2099/1/1,"改行
                あり"\r
                """;
        Map<String, Object> report = KASHIWAZAKI.report(KASHIWAZAKI.send(list.getBytes(WINDOWS_31J), true));
        assertThat(progress(report)).containsEntry("created", 1).containsEntry("rejected", 2);
        assertThat(report.get("rejections").toString())
                .contains("impossibleBirthDate", "lines=[2]", "missingMemberNumber", "lines=[4]");
        Response file = KASHIWAZAKI.get(KASHIWAZAKI.path() + "/" + report.get("id") + "/rejections");
        file.then().statusCode(200).header("Content-Type", equalTo("text/csv;charset=windows-31j"));
        assertThat(new String(file.asByteArray(), WINDOWS_31J)).isEqualTo("""
                行,理由,会員番号,氏名,生年月日,備考\r
                2,生年月日が日付として正しくありません,KW-11,清水 翔,1985/2/30,"'=HYPERLINK(""x"")"\r
                4,会員番号がありません、生年月日が未来の日付です,,髙橋,2099/1/1,"改行
                あり"\r
                """);
    }

    @Test
    void aListOfNobodyIsAList() {
        String list = "会員番号,氏名\n";
        assertThat(progress(KASHIWAZAKI.sync(list)))
                .containsEntry("rowsRead", 0)
                .containsEntry("bytes", list.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void theListOfSyncsIsPagedNewestFirst() {
        byte[] list = "会員番号,氏名\nKW-41,清水\n".getBytes(StandardCharsets.UTF_8);
        KASHIWAZAKI.report(KASHIWAZAKI.send(list, true));
        Map<String, Object> newest = KASHIWAZAKI.report(KASHIWAZAKI.send(list, true));
        Response page = KASHIWAZAKI.get(KASHIWAZAKI.path() + "?limit=1&count=true");
        assertThat(page.jsonPath().getString("items[0].id")).isEqualTo(newest.get("id"));
        assertThat(page.jsonPath().getLong("count")).isGreaterThanOrEqualTo(2);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        KASHIWAZAKI
                .get(KASHIWAZAKI.path() + "?limit=1&cursor=" + page.jsonPath().getString("next"))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    private void assertCounts(Map<String, Object> job, JsonNode expected, String accepted) {
        Map<String, Object> counts = new HashMap<>(Map.of("created", 0, "changed", 0, "unchanged", 0));
        counts.put(accepted, expected.get("valid").asInt());
        counts.put("rowsRead", expected.get("rows").asInt());
        counts.put("rejected", expected.get("rejectedTotal").asInt());
        counts.put("superseded", expected.get("changedAgain").asInt());
        assertThat(progress(job)).containsAllEntriesOf(counts);
        Map<String, Integer> reasons = new HashMap<>();
        for (JsonNode reason : json.<JsonNode>valueToTree(job.get("rejections"))) {
            reasons.put(reason.get("code").asText(), reason.get("count").asInt());
            assertThat(reason.get("lines")).hasSize(reason.get("count").asInt());
        }
        assertThat(reasons)
                .isEqualTo(json.convertValue(
                        expected.get("rejected"),
                        json.getTypeFactory().constructMapType(Map.class, String.class, Integer.class)));
    }

    private void assertMembers(String municipality, JsonNode members) throws SQLException {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            Map<String, Object> seen = tables.list(
                            row -> seen(
                                    personalData.open(row.getObject(1, UUID.class), row.getBytes(2)),
                                    row.getBoolean(3)),
                            """
                            select s.id, s.personal, t.mail_consent from tie t join supporter s on s.id = t.supporter
                            where t.municipality = ? and t.source_id = ?""",
                            municipality,
                            member.getKey())
                    .getFirst();
            assertThat(json.<JsonNode>valueToTree(seen)).isEqualTo(member.getValue());
        }
    }

    private static Map<String, Object> seen(Personal personal, boolean mailConsent) {
        String given = personal.givenName() == null ? "" : personal.givenName();
        return Map.of(
                "birthDate", personal.birthDate().toString(),
                "fullNameWithoutSpaces", PersonName.withoutSpaces(personal.familyName() + given),
                "familyNameKana", personal.familyNameKana(),
                "givenNameKana", personal.givenNameKana(),
                "postalCode", personal.postalCode(),
                "phone", personal.phone(),
                "consentMail", mailConsent);
    }

    private static InputStream sample(String name) throws IOException {
        return SyncSupportersTest.class.getResourceAsStream("/sample/sync/" + name);
    }
}
