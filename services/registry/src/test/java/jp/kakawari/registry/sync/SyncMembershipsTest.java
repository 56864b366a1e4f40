package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.sync.ListSender.HIDA;
import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Lists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A municipality sends the members of its schemes as a list. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncMembershipsTest {

    private static final String CLUB = "ms-fanclub";
    private static final String HEADER = "制度,会員番号,会員証番号,会員種別,入会日,有効期限,状態,備考\n";
    private static final Charset EXCEL = Charset.forName("windows-31j");

    @Inject
    SyncTables tables;

    private final ListSender members = HIDA.memberships();

    @BeforeEach
    void world() {
        TestSchemes.run("hida", CLUB, "飛騨のふるさと友の会", HIDA.municipality());
        TestSchemes.run("hida", "ms-citizens", "飛騨ﾊﾟｽﾎﾟｰﾄ", HIDA.municipality());
        TestSchemes.run("iga", "ms-igashu", "伊賀衆", IGA.municipality());
        HIDA.sync("会員番号,氏名\nMS-1,清水\nMS-2,髙橋\nMS-3,田中\nMS-4,佐藤\nMS-5,鈴木\nMS-6,山田\n");
    }

    @Test
    void whoIsListedIsAMemberAndTheSameListAgainCostsNothing() throws SQLException {
        String list = HEADER + "飛騨のふるさと友の会,MS-1,MS-A1,一般会員,R8.4.1,2027/3/31,有効,\n" + CLUB
                + ",MS-2,MS-A2,platinum,20260401,,,常連\n";
        assertThat(progress(members.report(members.send(list.getBytes(EXCEL), false))))
                .containsEntry("created", 2);
        assertThat(standing("MS-A1")).isEqualTo("regular 1 2026-04-01 2027-03-31 ACTIVE");
        assertThat(standing("MS-A2")).isEqualTo("platinum 1 2026-04-01 2027-03-31 ACTIVE");

        long events = tables.events();
        assertThat(progress(members.sync(list))).containsEntry("unchanged", 2).containsEntry("created", 0);
        assertThat(tables.events()).isEqualTo(events);
        assertThat(tables.staged()).isZero();
        String withdrawn = list.replace("一般会員,R8.4.1,2027/3/31,有効", ",,,退会");
        assertThat(progress(members.sync(withdrawn)))
                .containsEntry("unchanged", 1)
                .containsEntry("changed", 1);
        assertThat(standing("MS-A1")).startsWith("regular 1 2026-04-01 2027-03-31 ENDED WITHDREW");
        assertThat(tables.events()).isEqualTo(events + 1);
    }

    @Test
    void whatIsWrongSaysSoInJapaneseAndComesBackToBeCorrected() throws SQLException {
        members.sync(HEADER + "ms-citizens,MS-1,MS-B1,,,,,\n");
        String list = HEADER + """
                知らない制度,MS-2,MS-B2,一般会員,,,,
                伊賀衆,MS-2,MS-B2,一般会員,,,,
                ,MS-2,MS-B2,一般会員,,,,
                ms-citizens,MS-9,MS-B2,一般会員,,,,
                ms-citizens,MS-2,MS-B2,金色会員,,,,
                ms-citizens,MS-2,MS-B2,一般会員,2026-04-01,2026-03-31,,
                ms-citizens,MS-2,MS-B1,一般会員,,,,
                ms-citizens,MS-2,MS-B3,一般会員,,,,
                ms-citizens,MS-3,MS-B3,一般会員,,,,
                """;
        Map<String, Object> report = members.report(members.send(list.getBytes(EXCEL), false));
        assertThat(progress(report)).containsEntry("created", 1).containsEntry("rejected", 8);
        byte[] rejected = members.get(members.path() + "/" + report.get("id") + "/rejections")
                .asByteArray();
        String file = new String(rejected, EXCEL);
        assertThat(file.lines().toList()).hasSize(9).element(0).isEqualTo("行,理由," + HEADER.strip());
        assertThat(file)
                .contains("2,制度が見つかりません", "3,この自治体が運営する制度ではありません", "4,制度がありません")
                .contains("5,この会員番号の会員は登録されていません", "6,会員種別が制度の規約にありません")
                .contains("7,有効期限が入会日より前です", "8,この会員証番号は", "10,この会員証番号は");

        String corrected = file.replace("知らない制度,MS-2,MS-B2", "ms-citizens,MS-4,MS-B4");
        Map<String, Object> again = members.report(members.send(corrected.getBytes(EXCEL), false));
        assertThat(progress(again)).containsEntry("created", 1).containsEntry("rejected", 7);
        assertThat(standing("MS-B4")).startsWith("regular 1").endsWith("ACTIVE");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void comesInEveryFormat(Format format) throws SQLException {
        String number = "MS-F-" + format;
        byte[] list = Lists.of(
                format,
                List.of(
                        List.of("ファンクラブ名", "会員番号", "カード番号", "ランク", "加入日", "期限", "ステータス"),
                        List.of(
                                "飛騨のふるさと友の会",
                                "MS-" + (4 + format.ordinal()),
                                number,
                                "ﾌﾟﾗﾁﾅ国民",
                                "令和8年4月1日",
                                "無期限",
                                "継続")));
        assertThat(progress(members.report(members.send(format, list, true)))).containsEntry("created", 1);
        assertThat(tables.count("select count(*) from membership where number = '" + number + "'"))
                .isZero();
        assertThat(progress(members.report(members.send(format, list, false)))).containsEntry("created", 1);
        assertThat(standing(number)).isEqualTo("platinum 1 2026-04-01 - ACTIVE");
        assertThat(progress(members.report(members.send(format, list, false)))).containsEntry("unchanged", 1);
    }

    @Test
    void aSnapshotEndsTheMembersOfItsSchemeAloneAndTheNextListBringsThemBack() throws SQLException {
        TestSchemes.run("hida", "ms-snap", "全件の会", HIDA.municipality());
        TestSchemes.run("hida", "ms-other", "別の会", HIDA.municipality());
        String all = "会員番号,会員証番号\nMS-1,MS-S1\nMS-2,MS-S2\nMS-3,MS-S3\nMS-4,MS-S4\n";
        members.sync(all, "scheme=ms-snap");
        members.sync("会員番号,会員証番号\nMS-1,MS-O1\n", "scheme=ms-other");

        String fewer = "会員番号,会員証番号,入会日\nMS-1,MS-S1,\nMS-2,MS-S2,２月３０日\n";
        Map<String, Object> refused = members.finished(members.send(fewer, "scheme=ms-snap&mode=SNAPSHOT"));
        assertThat(refused).containsEntry("state", "FAILED");
        assertThat(refused.get("failure").toString()).contains("tooManyWouldEnd", "wouldEnd=2", "listed=4");
        assertThat(standing("MS-S4")).endsWith("ACTIVE");

        Map<String, Object> taken = members.sync(fewer, "scheme=ms-snap&mode=SNAPSHOT&endAtMost=50");
        assertThat(progress(taken))
                .containsEntry("ended", 2)
                .containsEntry("unchanged", 1)
                .containsEntry("rejected", 1);
        assertThat(standing("MS-S2")).endsWith("ACTIVE");
        assertThat(standing("MS-S4")).contains("ENDED NOT_LISTED");
        assertThat(standing("MS-O1")).endsWith("ACTIVE");

        assertThat(progress(members.sync(all, "scheme=ms-snap")))
                .containsEntry("changed", 2)
                .containsEntry("unchanged", 2);
        assertThat(standing("MS-S4")).endsWith("ACTIVE");
        assertThat(progress(members.sync(all, "scheme=ms-snap&mode=SNAPSHOT"))).containsEntry("unchanged", 4);
    }

    @Test
    void aSchemeForAllRowsIsOneThatTheMunicipalityRuns() {
        String list = "会員番号,会員証番号\nMS-1,MS-P1\n";
        members.send(list, "scheme=ms-igashu").then().statusCode(400).body("errors[0].parameter", equalTo("scheme"));
        members.send(list, "mode=SNAPSHOT").then().statusCode(400).body("detail", containsString("scheme"));
        members.send(list, "dryRun=true").then().statusCode(422).body("detail", containsString("制度"));
        IGA.memberships().send("x", "dryRun=true").then().statusCode(422);
        Map<String, Object> other =
                members.sync("制度,会員番号,会員証番号\nms-citizens,MS-1,MS-P1\n", "scheme=" + CLUB + "&dryRun=true");
        assertThat(other.get("rejections").toString()).contains("schemeDiffers");
        assertThat(other).containsEntry("scheme", CLUB);
    }

    @Test
    void aNewCardTakesThePlaceOfTheOldOneInWhateverOrderTheListHasThem() throws SQLException {
        TestSchemes.run("hida", "ms-cards", "会員証の会", HIDA.municipality());
        members.sync("会員番号,会員証番号\nMS-1,MS-C1\nMS-2,MS-C2\n", "scheme=ms-cards");
        String list = "会員番号,会員証番号,状態\nMS-1,MS-C11,有効\nMS-1,MS-C1,退会\nMS-2,MS-C2,\nMS-2,MS-C22,\n";
        Map<String, Object> report = members.sync(list, "scheme=ms-cards");
        assertThat(progress(report))
                .containsEntry("created", 2)
                .containsEntry("changed", 1)
                .containsEntry("superseded", 1);
        assertThat(report.get("notices").toString()).contains("code=superseded", "lines=[4]");
        assertThat(standing("MS-C1")).contains("ENDED WITHDREW");
        assertThat(standing("MS-C2")).contains("ENDED REPLACED");
        assertThat(standing("MS-C11")).endsWith("ACTIVE");
        assertThat(standing("MS-C22")).endsWith("ACTIVE");
        long events = tables.events();
        assertThat(progress(members.sync(list, "scheme=ms-cards"))).containsEntry("unchanged", 4);
        assertThat(tables.events()).isEqualTo(events);
    }

    @Test
    void whoIsAMemberKeepsThePolicyThatTheyJoinedUnder() throws SQLException {
        TestSchemes.run("hida", "ms-policy", "規約の会", HIDA.municipality());
        members.sync("会員番号,会員証番号\nMS-1,MS-V1\n", "scheme=ms-policy");
        String later = """
                {"tiers": [{"code": "regular", "name": "一般会員"}, {"code": "gold", "name": "ゴールド"}], "validMonths": 24}""";
        TestSchemes.put("hida", "ms-policy", TestSchemes.scheme("OPEN", "規約の会", later, HIDA.municipality()), "\"1\"")
                .then()
                .statusCode(200);
        String list = "会員番号,会員証番号,会員種別\nMS-1,MS-V1,一般会員\nMS-2,MS-V2,ゴールド\n";
        assertThat(progress(members.sync(list, "scheme=ms-policy")))
                .containsEntry("unchanged", 1)
                .containsEntry("created", 1);
        assertThat(standing("MS-V1")).startsWith("regular 1 ");
        assertThat(standing("MS-V2")).startsWith("gold 2 ");
        String platinum = "会員番号,会員証番号,会員種別\nMS-3,MS-V3,プラチナ国民\n";
        assertThat(members.sync(platinum, "scheme=ms-policy").get("rejections").toString())
                .contains("unknownTier");
    }

    @Test
    void columnsThatAreNotRecognisedAreProposed() {
        Map<String, Object> report = members.sync(
                "会員番号,会員証番号,会員証の期限日\nMS-1,MS-A1,2027/3/31\nMS-2,MS-A2,2027/3/31\nMS-3,MS-A3,2027/3/31\n",
                "dryRun=true&scheme=" + CLUB);
        assertThat(report.get("columns").toString()).contains("field=validUntil", "confidence=");
    }

    @Test
    void theSameRequestIsAnsweredOnceAndEachKindHasItsOwnReports() {
        byte[] list = (HEADER + CLUB + ",MS-1,MS-A1,,,,,\n").getBytes(StandardCharsets.UTF_8);
        String key = UUID.randomUUID().toString();
        String id = members.report(members.send(list, false, key)).get("id").toString();
        assertThat(members.send(list, false, key).jsonPath().getString("id")).isEqualTo(id);
        assertThat(HIDA.get(HIDA.path() + "/" + id).statusCode()).isEqualTo(404);
        assertThat(HIDA.ledger().get(HIDA.ledger().path() + "/" + id).statusCode())
                .isEqualTo(404);
        assertThat(members.get(members.path()).jsonPath().getList("items.id")).contains(id);
        assertThat(IGA.get(members.path() + "/" + id).statusCode()).isEqualTo(403);
        as("hida")
                .header("Idempotency-Key", UUID.randomUUID())
                .post(members.path() + "/" + id + "/cancel")
                .then()
                .statusCode(409);
    }

    /** Tier, policy, first and last day, and state. */
    private String standing(String number) throws SQLException {
        return tables.list(row -> row.getString(1), """
                        select concat_ws(' ', tier, policy, joined_on, coalesce(valid_until::text, '-'), state, ended_because)
                        from membership where number = ?""", number).getFirst();
    }
}
