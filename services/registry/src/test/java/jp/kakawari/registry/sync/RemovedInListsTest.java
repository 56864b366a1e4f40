package jp.kakawari.registry.sync;

import static jp.kakawari.registry.sync.ListSender.MINAMIOGUNI;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import org.junit.jupiter.api.Test;

/** Whatever else is wrong with a row of somebody who had themselves removed: of it nothing is kept. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class RemovedInListsTest {

    @Inject
    SyncTables tables;

    private final ListSender members = MINAMIOGUNI.memberships();
    private final ListSender ledger = MINAMIOGUNI.ledger();

    @Test
    void aListOfMembershipsKeepsNothingOfThem() throws SQLException {
        TestSchemes.run("minamioguni", "rm-club", "去った人の会", MINAMIOGUNI.municipality());
        MINAMIOGUNI.sync("会員番号,氏名\nRM-1,清水\nRM-2,髙橋\n");
        String header = "制度,会員番号,会員証番号,会員種別,入会日,有効期限,状態\n";
        members.sync(header + "rm-club,RM-1,RM-N1,,2025-04-01,,\nrm-club,RM-2,RM-N2,,,,\n");
        leave("RM-1");
        for (String row : List.of(
                "rm-club,RM-1,RM-N1,一般会員,きのう,,",
                "rm-club,RM-1,,一般会員,,,",
                "知らない会,RM-1,RM-N1,一般会員,,,",
                "rm-club,RM-1,RM-N2,一般会員,,,",
                "rm-club,RM-1,RM-N1,金色会員,,,",
                "rm-club,RM-1,RM-N1,一般会員,2025-04-01,2025-03-31,")) {
            assertNothingIsKept(members, header + row + "\n");
        }
        assertThat(progress(members.sync(header + "rm-club,RM-1,RM-N1,,,,退会\n")))
                .containsEntry("changed", 1);
    }

    @Test
    void aLedgerKeepsNothingOfThem() throws SQLException {
        MINAMIOGUNI.sync("会員番号,氏名\nRM-3,清水\n");
        String header = "取引番号,会員番号,日付,活動,金額\n";
        String known = "RM-T3,RM-3,2026-11-03,ふるさと納税,10000\n";
        ledger.sync(header + known);
        leave("RM-3");
        for (String row : List.of(
                "RM-T3,RM-3,2026-11-03,ふるさと納税,10001\n", "RM-T4,RM-3,きのう,ふるさと納税,10000\n", ",RM-3,2026-11-03,草,一万円\n")) {
            assertNothingIsKept(ledger, header + row);
        }
        assertThat(progress(ledger.sync(header + known))).containsEntry("unchanged", 1);
    }

    private void leave(String memberNumber) throws SQLException {
        tables.run(
                "update tie set ended_on = since, ended_by = 'PERSON' where municipality = '434230' and source_id = '"
                        + memberNumber + "'");
    }

    private void assertNothingIsKept(ListSender sender, String list) throws SQLException {
        Map<String, Object> report = sender.sync(list);
        assertThat(progress(report)).as(list).containsEntry("rejected", 1);
        assertThat(tables.list(row -> row.getString(1) + row.getBoolean(2), """
                        select reasons::text, cells is null from sync_rejection where job = cast(? as uuid)""", report.get("id")))
                .as(list)
                .containsExactly("{removedOnRequest}true");
    }
}
