package jp.kakawari.registry.sync;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.KOSUGE;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.roster.Format;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A municipality sends its ledger as a list. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncLedgersTest {

    private static final String HEADER = "取引番号,会員番号,日付,活動,金額,連絡可否,備考\n";

    @Inject
    SyncTables tables;

    private final ListSender ledger = KOSUGE.ledger();

    @BeforeEach
    void members() {
        KOSUGE.sync("会員番号,氏名,メール配信同意\nLG-1,清水,○\nLG-2,髙橋,○\nLG-3,田中,×\nLG-5,佐藤,○\n");
    }

    @Test
    void a_transaction_enters_once_and_its_tie_follows() throws SQLException {
        String list = HEADER + "LG-T1,LG-5,R8.11.3,ふるさと納税,\"10,000円\",可,\nLG-T2,LG-5,2026/10/1,来店,1500,,常連\n";
        assertThat(counts(ledger.sync(list))).containsExactly(entry("created", 2), entry("rejected", 0));
        assertThat(tie("LG-5")).isEqualTo("ENCOURAGE 2026-11-03 true");
        assertThat(sum("LG-T")).isEqualTo("2 11500");

        long events = tables.events();
        Map<String, Object> again = ledger.sync(list);
        assertThat(progress(again)).containsEntry("unchanged", 2).containsEntry("created", 0);
        assertThat(tables.events()).isEqualTo(events);
        assertThat(tables.staged()).isZero();
        UUID member = supporter("LG-5");
        as("kosuge")
                .get("/v1/municipalities/194425/engagements?supporter=" + member)
                .then()
                .statusCode(200)
                .body("items.sourceSystem", everyItem(equalTo("list")))
                .body("items.status", everyItem(equalTo("ATTESTED")));
    }

    @Test
    void the_ledger_is_never_silently_changed() throws SQLException {
        ledger.sync(HEADER + "LG-D1,LG-2,2026-11-03,ふるさと納税,10000,,\n");
        Map<String, Object> other = ledger.sync(HEADER + """
                LG-D1,LG-2,2026-11-03,ふるさと納税,10001,,
                LG-D2,LG-2,2026-11-03,ふるさと納税,500,,
                LG-D2,LG-2,2026-11-03,寄附,\"500円\",,
                LG-D2,LG-2,2026-11-04,ふるさと納税,500,,
                LG-D3,LG-9999,2026-11-03,ふるさと納税,500,,
                """);
        assertThat(progress(other))
                .containsEntry("rowsRead", 5)
                .containsEntry("created", 1)
                .containsEntry("unchanged", 1)
                .containsEntry("rejected", 3);
        assertThat(sum("LG-D")).isEqualTo("2 10500");
        assertThat(ledger.get(ledger.path() + "/" + other.get("id") + "/rejections")
                        .asString())
                .startsWith("行,理由,取引番号,会員番号,日付,活動,金額,連絡可否,備考")
                .contains("2,同じ取引番号で異なる内容が登録済みか、前の行にあります。元の記録を却下し、新しい取引番号で登録してください,LG-D1,LG-2,2026-11-03,ふるさと納税,10001")
                .contains("5,同じ取引番号で異なる内容が", "LG-D2,LG-2,2026-11-04")
                .contains("6,この会員番号の会員は登録されていません。先に名簿を同期してください,LG-D3,LG-9999");
    }

    @Test
    void told_one_by_one_or_in_a_list_it_is_one_entry() throws SQLException {
        UUID member = supporter("LG-1");
        String told = """
                {"supporter": "%s", "activity": "DINING_AND_SHOPPING", "occurredOn": "2026-11-03", "quantity": %s, "unit": "POINTS",
                 "sourceTransaction": "%s"}""";
        post("kosuge", "/v1/municipalities/194425/engagements", told.formatted(member, -50, "LG-P1"))
                .then()
                .statusCode(201);
        Map<String, Object> list =
                ledger.sync("取引番号,会員番号,日付,活動,ポイント\nLG-P1,LG-1,2026-11-03,ポイント利用,50\nLG-P2,LG-1,2026-11-03,ポイント付与,80\n");
        assertThat(progress(list)).containsEntry("unchanged", 1).containsEntry("created", 1);
        assertThat(sum("LG-P")).isEqualTo("2 30");
        post("kosuge", "/v1/municipalities/194425/engagements", told.formatted(member, "80.0", "LG-P2"))
                .then()
                .statusCode(200);
        post("kosuge", "/v1/municipalities/194425/engagements", told.formatted(member, 81, "LG-P2"))
                .then()
                .statusCode(409);
    }

    @Test
    void a_donor_who_refuses_is_no_longer_written_to_and_no_list_brings_that_back() throws SQLException {
        String refused = HEADER + "LG-C1,LG-2,2026-11-03,寄附,3000,不可,\n";
        ledger.sync(refused);
        assertThat(tie("LG-2")).endsWith(" false");
        ledger.sync(HEADER + "LG-C2,LG-2,2026-11-04,寄附,3000,可,\nLG-C3,LG-3,2026-11-04,寄附,3000,可,\n");
        assertThat(tie("LG-2")).endsWith(" false");
        assertThat(tie("LG-3")).endsWith(" false");
        KOSUGE.sync("会員番号,氏名,メール配信同意\nLG-2,髙橋,○\n");
        assertThat(tie("LG-2")).endsWith(" false");
        Map<String, Object> changed = KOSUGE.sync("会員番号,氏名,メール配信同意\nLG-2,髙橋 葵,○\n");
        assertThat(changed.get("rejections").toString()).contains("changedOnBothSides");
        assertThat(tie("LG-2")).endsWith(" false");
    }

    @Test
    void a_refusal_counts_once_so_that_a_new_consent_lasts() throws SQLException {
        KOSUGE.sync("会員番号,氏名,メール配信同意\nLG-4,山田,○\n");
        String known = HEADER + "LG-R1,LG-4,2026-11-03,寄附,3000,可,\n";
        String refused = HEADER + "LG-R1,LG-4,2026-11-03,寄附,3000,不可,\n";
        ledger.sync(known);
        assertThat(progress(ledger.sync(refused))).containsEntry("changed", 1);
        assertThat(tie("LG-4")).endsWith(" false");
        tables.run("update tie set mail_consent = true where municipality = '194425' and source_id = 'LG-4'");
        assertThat(progress(ledger.sync(refused))).containsEntry("unchanged", 1);
        assertThat(tie("LG-4")).endsWith(" true");
    }

    @Test
    void one_repeated_row_that_refuses_is_enough() throws SQLException {
        KOSUGE.sync("会員番号,氏名,メール配信同意\nLG-6,山田,○\n");
        String list = HEADER + "LG-S1,LG-6,2026-11-03,寄附,1,可,\nLG-S1,LG-6,2026-11-03,寄附,1,不可,\n";
        assertThat(progress(ledger.sync(list))).containsEntry("created", 1).containsEntry("unchanged", 1);
        assertThat(tie("LG-6")).endsWith(" false");
        assertThat(progress(ledger.sync(list))).containsEntry("unchanged", 2);
    }

    @Test
    void a_rehearsal_says_the_same_and_changes_nothing() throws SQLException {
        long events = tables.events();
        String list =
                HEADER + "LG-Y1,LG-1,2026-11-03,寄附,1,,\nLG-Y1,LG-1,2026-11-03,寄附,2,,\nLG-Y2,LG-1,2026-11-03,草,2,,\n";
        Map<String, Object> report = ledger.sync(list, "dryRun=true");
        assertThat(progress(report)).containsEntry("created", 1).containsEntry("rejected", 2);
        assertThat(tables.events()).isEqualTo(events);
        assertThat(tables.staged()).isZero();
        assertThat(sum("LG-Y")).isEqualTo("0 null");
    }

    @Test
    void comes_in_every_format_and_under_the_municipalitys_own_headers() throws SQLException {
        String csv = HEADER + "LG-F1,LG-1,令和8年11月3日,ふるさと納税,10000,可,\n";
        assertThat(counts(ledger.report(ledger.send(csv.getBytes(Charset.forName("windows-31j")), false))))
                .containsExactly(entry("created", 1), entry("rejected", 0));
        String json = """
                {"sourceTransaction": "LG-F1", "memberNumber": "LG-1", "occurredOn": "2026-11-03", "activity": "HOMETOWN_TAX_DONATION", "amount": 1E4}
                {"sourceTransaction": "LG-F2", "memberNumber": "LG-1", "occurredOn": "2026-11-03", "activity": "オンライン", "quantity": 1.5, "unit": "時間"}
                """;
        Map<String, Object> report =
                ledger.report(ledger.send(Format.NDJSON, json.getBytes(StandardCharsets.UTF_8), false));
        assertThat(progress(report)).containsEntry("unchanged", 1).containsEntry("created", 1);
        assertThat(sum("LG-F")).isEqualTo("2 10001.5");
    }

    @Test
    void each_kind_has_its_own_reports_and_only_upserts() {
        Object id = ledger.sync(HEADER + "LG-K1,LG-1,2026-11-03,寄附,1,,\n").get("id");
        assertThat(KOSUGE.get(KOSUGE.path() + "/" + id).statusCode()).isEqualTo(404);
        assertThat(ledger.get(ledger.path()).jsonPath().getList("items.id")).contains(id);
        assertThat(KOSUGE.get(KOSUGE.path()).jsonPath().getList("items.id")).doesNotContain(id);
        assertThat(ledger.send(HEADER, "mode=SNAPSHOT").statusCode()).isIn(400, 404, 422);
        assertThat(IGA.ledger().get(ledger.path() + "/" + id).statusCode()).isEqualTo(403);
    }

    private static Map<String, Object> counts(Map<String, Object> report) {
        Map<String, Object> counts = new TreeMap<>(progress(report));
        counts.keySet().retainAll(List.of("created", "rejected"));
        return counts;
    }

    /** Stage, last day and consent. */
    private String tie(String memberNumber) throws SQLException {
        return tables.list(row -> row.getString(1), """
                        select stage || ' ' || coalesce(last_active_on::text, '-') || ' ' || mail_consent
                        from tie where municipality = '194425' and source_id = ?""", memberNumber).getFirst();
    }

    private UUID supporter(String memberNumber) throws SQLException {
        return tables.list(row -> row.getObject(1, UUID.class), """
                        select supporter from tie where municipality = '194425' and source_id = ?""", memberNumber)
                .getFirst();
    }

    /** How many entries, and what they come to. */
    private String sum(String transactions) throws SQLException {
        return tables.list(row -> row.getLong(1) + " " + plain(row.getBigDecimal(2)), """
                        select count(*), sum(quantity) from engagement
                        where municipality = '194425' and source_transaction like ? || '%'""", transactions)
                .getFirst();
    }

    private static String plain(BigDecimal number) {
        return number == null ? "null" : number.stripTrailingZeros().toPlainString();
    }
}
