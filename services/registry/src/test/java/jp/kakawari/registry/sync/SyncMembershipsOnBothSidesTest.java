package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.sync.ListSender.HIDA;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list of memberships does with what people and desks changed here since the last one. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncMembershipsOnBothSidesTest {

    private static final String CLUB = "bm-club";
    private static final String OF_CLUB = "scheme=" + CLUB;
    private static final String HEADER = "制度,会員番号,会員証番号,会員種別,入会日,有効期限,状態\n";
    private static final String BOTH_SIDES = "changedOnBothSides";

    @Inject
    SyncTables tables;

    @Inject
    Arrivals arrivals;

    private final ListSender members = HIDA.memberships();

    @BeforeEach
    void world() {
        TestSchemes.run("hida", CLUB, "両側の会", HIDA.municipality());
        TestSchemes.open("hida", "bm-open", "誰でも入れる会", HIDA.municipality());
        HIDA.sync(IntStream.rangeClosed(1, 20)
                .mapToObj("BM-%d,会員\n"::formatted)
                .collect(Collectors.joining("", "会員番号,氏名\n", "")));
    }

    @Test
    void whoWithdrewHereIsReportedUntilSomebodyDecidesAndNotEnrolledAgain() throws SQLException {
        String list = HEADER + "両側の会,BM-1,BM-N1,一般会員,2026-04-01,2027-03-31,有効\n";
        members.sync(list);
        act("BM-N1", "withdrawal");
        assertThat(progress(members.sync(list))).containsEntry("unchanged", 1).containsEntry("rejected", 0);
        assertThat(standing("BM-N1")).endsWith("ENDED WITHDREW");

        long events = tables.events();
        String changed = list.replace("一般会員", "プラチナ国民");
        Map<String, Object> conflict = members.sync(changed);
        assertThat(progress(conflict)).containsEntry("rejected", 1).containsEntry("changed", 0);
        assertThat(conflict.get("rejections").toString()).contains(BOTH_SIDES);
        assertThat(conflict).containsEntry("onConflict", "REPORT");
        assertThat(standing("BM-N1")).isEqualTo("regular 2026-04-01 2027-03-31 ENDED WITHDREW");
        assertThat(tables.events()).isEqualTo(events);

        String rejected = rejected(conflict);
        assertThat(rejected).contains("2,前回の同期のあと、名簿と登録内容の両方が変更されています", changed.split("\n")[1]);
        assertThat(progress(members.sync(rejected, "onConflict=LIST"))).containsEntry("changed", 1);
        assertThat(standing("BM-N1")).isEqualTo("platinum 2026-04-01 2027-03-31 ACTIVE");
        assertThat(progress(members.sync(changed))).containsEntry("unchanged", 1);
        assertThat(progress(members.sync(list))).containsEntry("changed", 1);
    }

    @Test
    void whoWithdrewHereIsNotEnrolledByANewCardEither() throws SQLException {
        String list = HEADER + "両側の会,BM-20,BM-N20,一般会員,2026-04-01,2027-03-31,有効\n";
        members.sync(list);
        act("BM-N20", "withdrawal");
        String card = list.replace("BM-N20", "BM-N20b");
        Map<String, Object> conflict = members.sync(card);
        assertThat(progress(conflict)).containsEntry("rejected", 1).containsEntry("created", 0);
        assertThat(conflict.get("rejections").toString()).contains(BOTH_SIDES);
        assertThat(progress(members.sync(card, "onConflict=LIST"))).containsEntry("created", 1);
        assertThat(standing("BM-N20")).endsWith("ENDED WITHDREW");
        assertThat(standing("BM-N20b")).endsWith("ACTIVE");
        assertThat(progress(members.sync(card))).containsEntry("unchanged", 1);
    }

    @Test
    void whoRenewedHereKeepsWhatTheyRenewed() throws SQLException {
        String list = "会員番号,会員証番号,有効期限\nBM-2,BM-N2,2026-05-31\n";
        members.sync(list + "BM-3,BM-N3,2026-05-31\n", OF_CLUB);
        String before = standing("BM-N2");
        act("BM-N2", "renewal");
        String renewed = standing("BM-N2");
        assertThat(renewed).isNotEqualTo(before);
        assertThat(progress(members.sync(list, OF_CLUB))).containsEntry("unchanged", 1);

        String changed = list.replace("05-31", "06-30") + "BM-3,BM-N3,2026-06-30\n";
        for (String query : new String[] {OF_CLUB + "&dryRun=true", OF_CLUB}) {
            Map<String, Object> conflict = members.sync(changed, query);
            assertThat(progress(conflict)).containsEntry("rejected", 1).containsEntry("changed", 1);
            assertThat(conflict.get("rejections").toString()).contains(BOTH_SIDES);
        }
        assertThat(standing("BM-N2")).isEqualTo(renewed);
        assertThat(standing("BM-N3")).contains("2026-06-30");
        assertThat(progress(members.sync(changed, OF_CLUB + "&onConflict=LIST")))
                .containsEntry("changed", 1)
                .containsEntry("unchanged", 1);
        assertThat(standing("BM-N2")).contains("2026-06-30");
    }

    @Test
    void aTierByHandIsNotOverwrittenAndOneThatFollowsTheLedgerIsNoChangeOfAnybodys() throws SQLException {
        String list = "会員番号,会員証番号,会員種別,入会日\nBM-4,BM-N4,一般会員,2026-04-01\nBM-5,BM-N5,一般会員,2026-04-01\n";
        members.sync(list, OF_CLUB);
        placeByHand("BM-N4");
        followLedger("BM-N5");
        assertThat(progress(members.sync(list, OF_CLUB))).containsEntry("unchanged", 2);
        assertThat(standing("BM-N4")).startsWith("platinum");
        assertThat(standing("BM-N5")).startsWith("platinum");

        Map<String, Object> conflict = members.sync(list.replace("04-01", "05-01"), OF_CLUB);
        assertThat(progress(conflict)).containsEntry("rejected", 1).containsEntry("changed", 1);
        assertThat(rejected(conflict)).contains("BM-4,BM-N4").doesNotContain("BM-5,BM-N5");
        assertThat(standing("BM-N4")).startsWith("platinum 2026-04-01");
        assertThat(standing("BM-N5")).startsWith("regular 2026-05-01");
    }

    @Test
    void whatBothSaysIsNoConflictAndTheListHasHeardOfItThen() throws SQLException {
        String list = "会員番号,会員証番号,会員種別,有効期限,状態\n";
        members.sync(list + "BM-6,BM-N6,一般会員,2027-03-31,有効\nBM-7,BM-N7,一般会員,無期限,有効\n", OF_CLUB);
        act("BM-N6", "withdrawal");
        placeByHand("BM-N7");
        long events = tables.events();
        String same = list + "BM-6,BM-N6,一般会員,2027-03-31,退会\nBM-7,BM-N7,プラチナ国民,無期限,有効\n";
        assertThat(progress(members.sync(same, OF_CLUB)))
                .containsEntry("unchanged", 2)
                .containsEntry("rejected", 0);
        assertThat(tables.events()).isEqualTo(events);
        assertThat(progress(members.sync(same.replace("退会", "有効").replace("プラチナ国民", "一般会員"), OF_CLUB)))
                .containsEntry("changed", 2);
        assertThat(standing("BM-N6")).endsWith("ACTIVE");
        assertThat(standing("BM-N7")).startsWith("regular");
    }

    @Test
    void aRowThatSaysNothingOfWhatWasChangedHereHasNotHeardOfIt() throws SQLException {
        String list = "会員番号,会員証番号,会員種別\nBM-8,BM-N8,一般会員\n";
        members.sync(list, OF_CLUB);
        placeByHand("BM-N8");
        String silent = "会員番号,会員証番号,会員種別\nBM-8,BM-N8,\n";
        assertThat(progress(members.sync(silent, OF_CLUB))).containsEntry("unchanged", 1);
        Map<String, Object> conflict = members.sync(list, OF_CLUB);
        assertThat(conflict.get("rejections").toString()).contains(BOTH_SIDES);
        assertThat(standing("BM-N8")).startsWith("platinum");
    }

    @Test
    void whatIsChangedHereBetweenTheListsArrivalAndItsMergeIsReportedToo() throws SQLException {
        members.sync(
                "会員番号,会員証番号,会員種別\nBM-9,BM-N9,一般会員\nBM-10,BM-N10,一般会員\nBM-11,BM-N11,一般会員\nBM-17,BM-N17,\n", OF_CLUB);
        Arrival arrival = arrivals.of(members, HEADER + """
                両側の会,BM-9,BM-N9,,2025-04-01,,
                両側の会,BM-10,BM-N10,,2025-04-01,,
                両側の会,BM-11,BM-N11b,,2025-04-01,,
                bm-open,BM-12,BM-N12,,,,
                両側の会,BM-17,BM-N17,,2025-04-01,,
                """);
        SyncJob promised = arrival.promise();
        act("BM-N9", "withdrawal");
        followLedger("BM-N10");
        placeByHand("BM-N11");
        join("bm-open", "BM-12");
        act("BM-N17", "withdrawal");
        tables.run("update tie set ended_on = since, ended_by = 'PERSON' where source_id = 'BM-17'");
        arrival.close();
        Map<String, Object> late = members.await(members.path() + "/" + promised.id());
        assertThat(progress(late))
                .containsEntry("changed", 1)
                .containsEntry("created", 0)
                .containsEntry("rejected", 4);
        assertThat(late.get("rejections").toString()).contains(BOTH_SIDES, "removedOnRequest");
        assertThat(rejected(late)).contains("BM-N9,", "BM-N11b,", "BM-N12,").doesNotContain("BM-N10,");
        assertThat(standing("BM-N9")).endsWith("ENDED WITHDREW").doesNotContain("2025-04-01");
        assertThat(standing("BM-N10")).startsWith("platinum 2025-04-01");
        assertThat(standing("BM-N11")).startsWith("platinum").endsWith("ACTIVE");
    }

    @Test
    void whoJoinedHereIsTheListsToSpeakOfWhereNobodyChangedThemSince() throws SQLException {
        String untouched = join("bm-open", "BM-13");
        String withdrew = join("bm-open", "BM-14");
        act(withdrew, "withdrawal");
        String list =
                "会員番号,会員証番号,有効期限,状態\nBM-13,%s,2030-03-31,有効\nBM-14,%s,2030-03-31,有効\n".formatted(untouched, withdrew);
        Map<String, Object> first = members.sync(list, "scheme=bm-open");
        assertThat(progress(first)).containsEntry("changed", 1).containsEntry("rejected", 1);
        assertThat(first.get("rejections").toString()).contains(BOTH_SIDES);
        assertThat(standing(untouched)).contains("2030-03-31 ACTIVE");
        assertThat(standing(withdrew)).endsWith("ENDED WITHDREW");
    }

    @Test
    void whoWasChangedHereAndIsMissingInAWholeListStaysAndIsTold() throws SQLException {
        TestSchemes.run("hida", "bm-whole", "全件の会", HIDA.municipality());
        members.sync(
                "会員番号,会員証番号,有効期限\nBM-17,BM-W17,2027-03-31\nBM-18,BM-W18,2027-03-31\nBM-19,BM-W19,2027-03-31\n",
                "scheme=bm-whole");
        placeByHand("BM-W18");
        String whole = "会員番号,会員証番号,有効期限\nBM-17,BM-W17,2027-03-31\n";
        String query = "scheme=bm-whole&mode=SNAPSHOT&endAtMost=100";
        Map<String, Object> report = members.sync(whole, query);
        assertThat(progress(report)).containsEntry("ended", 1).containsEntry("unchanged", 1);
        assertThat(report.get("notices").toString())
                .contains("changedAndNotListed", "count=1", "memberNumbers=[BM-W18]");
        assertThat(standing("BM-W18")).endsWith("ACTIVE");
        assertThat(standing("BM-W19")).endsWith("ENDED NOT_LISTED");
        assertThat(progress(members.sync(whole, query + "&onConflict=LIST"))).containsEntry("ended", 1);
        assertThat(standing("BM-W18")).endsWith("ENDED NOT_LISTED");
    }

    @Test
    void aNewCardGoesOnWithWhatWasChangedHereOrIsReported() throws SQLException {
        String list = "会員番号,会員証番号,会員種別\nBM-15,BM-N15,一般会員\nBM-16,BM-N16,一般会員\n";
        members.sync(list, OF_CLUB);
        placeByHand("BM-N15");
        placeByHand("BM-N16");
        String cards = "会員番号,会員証番号,会員種別\nBM-15,BM-N15b,\nBM-16,BM-N16b,一般会員\n";
        Map<String, Object> report = members.sync(cards, OF_CLUB);
        assertThat(progress(report)).containsEntry("created", 1).containsEntry("rejected", 1);
        assertThat(rejected(report)).contains("BM-16,BM-N16b");
        assertThat(standing("BM-N15b")).startsWith("platinum").endsWith("ACTIVE");
        assertThat(standing("BM-N15")).endsWith("ENDED REPLACED");
        assertThat(standing("BM-N16")).startsWith("platinum").endsWith("ACTIVE");
        assertThat(progress(members.sync(cards, OF_CLUB + "&onConflict=LIST")))
                .containsEntry("created", 1)
                .containsEntry("unchanged", 1);
        assertThat(standing("BM-N16b")).startsWith("regular").endsWith("ACTIVE");
    }

    private void act(String number, String action) throws SQLException {
        post("hida", place(number) + "/" + action, "{}").then().statusCode(200);
    }

    private void placeByHand(String number) throws SQLException {
        post("hida", place(number) + "/tier", "{\"tier\": \"platinum\", \"reason\": \"CONTRIBUTION\"}")
                .then()
                .statusCode(200);
    }

    /** As the rules of a policy do. */
    private void followLedger(String number) throws SQLException {
        tables.run(
                "update membership set tier = 'platinum', revision = revision + 1 where scheme like 'bm-%' and number = '"
                        + number + "'");
    }

    /** Answers the number that they got. */
    private String join(String scheme, String memberNumber) throws SQLException {
        String supporter = tables.list(
                        row -> row.getString(1), "select supporter::text from tie where source_id = ?", memberNumber)
                .getFirst();
        return post("hida", "/v1/schemes/" + scheme + "/memberships", "{\"supporter\": \"" + supporter + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private String place(String number) throws SQLException {
        return tables.list(
                        row -> "/v1/schemes/" + row.getString(1) + "/memberships/" + row.getString(2),
                        "select scheme, id::text from membership where number = ? and scheme like 'bm-%'",
                        number)
                .getFirst();
    }

    private String rejected(Map<String, Object> report) {
        return members.get(members.path() + "/" + report.get("id") + "/rejections")
                .asString();
    }

    /** Tier, first and last day, and state. */
    private String standing(String number) throws SQLException {
        return tables.list(row -> row.getString(1), """
                        select concat_ws(' ', tier, joined_on, coalesce(valid_until::text, '-'), state, ended_because)
                        from membership where number = ? and scheme like 'bm-%'""", number).getFirst();
    }
}
