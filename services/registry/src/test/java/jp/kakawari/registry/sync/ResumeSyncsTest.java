package jp.kakawari.registry.sync;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.KASHIWAZAKI;
import static jp.kakawari.registry.sync.ListSender.KOSUGE;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestApi;
import jp.kakawari.registry.TestSchemes;
import org.junit.jupiter.api.Test;

/** What becomes of a list when a process dies, a person leaves or the sender thinks again, half-way. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ResumeSyncsTest {

    @Inject
    SyncTables tables;

    @Inject
    DataSource database;

    @Inject
    Arrivals arrivals;

    @Inject
    SyncJobs jobs;

    @Inject
    ResumeSyncs resuming;

    @Test
    void whatWasPromisedIsMergedAfterADeath() throws SQLException {
        SyncJob promised = arrivals.of(KOSUGE, "会員番号,氏名\nRS-1,清水\nRS-2,髙橋\n").promise();
        tables.die(KOSUGE.municipality());
        try (Connection connection = database.getConnection()) {
            assertThat(jobs.merging(connection, promised.id(), 0, List.of())).isTrue();
        }
        resuming.look();
        SyncJob merged = jobs.find(KOSUGE.municipality(), promised.id()).orElseThrow();
        assertThat(merged.state()).isEqualTo(SyncJob.State.DONE);
        assertThat(merged.created()).isEqualTo(2);
        assertThat(tables.staged()).isZero();
        resuming.look();
        assertThat(jobs.find(KOSUGE.municipality(), promised.id())).contains(merged);
    }

    @Test
    void whatWasNotPromisedIsClosedAfterADeath() throws SQLException {
        arrivals.of(KOSUGE, "会員番号,氏名\nRS-3,清水\n");
        UUID job = jobs.running(KOSUGE.municipality()).orElseThrow();
        tables.die(KOSUGE.municipality());
        resuming.look();
        SyncJob failed = jobs.find(KOSUGE.municipality(), job).orElseThrow();
        assertThat(failed.state()).isEqualTo(SyncJob.State.FAILED);
        assertThat(failed.failure()).isEqualTo("interrupted");
        assertThat(tables.staged()).isZero();
    }

    @Test
    void theNextListDoesNotWaitForAnybodyToLook() throws SQLException {
        SyncJob promised = arrivals.of(KOSUGE, "会員番号,氏名\nRS-4,清水\n").promise();
        tables.die(KOSUGE.municipality());
        assertThat(progress(KOSUGE.sync("会員番号,氏名\nRS-4,清水\n"))).containsEntry("unchanged", 1);
        assertThat(jobs.find(KOSUGE.municipality(), promised.id()).orElseThrow().created())
                .isEqualTo(1);
    }

    @Test
    void someoneWhoHadTheirRecordRemovedStaysAway() throws SQLException {
        KASHIWAZAKI.sync("会員番号,氏名\nRS-5,清水\nRS-6,髙橋\n");
        remove("RS-5");
        Map<String, Object> again = KASHIWAZAKI.sync("会員番号,氏名\nRS-5,清水\nRS-6,髙橋\n");
        assertThat(progress(again)).containsEntry("unchanged", 1).containsEntry("rejected", 1);
        assertThat(again.get("rejections").toString()).contains("removedOnRequest");
        assertThat(rejected(KASHIWAZAKI, again)).contains("2,本人の申し出により").doesNotContain("RS-5", "清水");

        Arrival arrival = arrivals.of(KASHIWAZAKI, "会員番号,氏名\nRS-6,髙橋 葵\n");
        SyncJob promised = arrival.promise();
        remove("RS-6");
        arrival.close();
        Map<String, Object> late = KASHIWAZAKI.await(KASHIWAZAKI.path() + "/" + promised.id());
        assertThat(progress(late)).containsEntry("changed", 0).containsEntry("rejected", 1);
        assertThat(rejected(KASHIWAZAKI, late)).contains("2,本人の申し出により").doesNotContain("RS-6", "髙橋");
    }

    @Test
    void ofWhoHadTheirRecordRemovedNoListKeepsAnything() throws SQLException {
        TestSchemes.run("kashiwazaki", "rs-removed", "去った人の会", KASHIWAZAKI.municipality());
        KASHIWAZAKI.sync("会員番号,氏名\nRS-50,清水\n");
        remove("RS-50");
        Map<ListSender, String> lists = Map.of(
                KASHIWAZAKI,
                "会員番号,氏名,生年月日\nRS-50,清水,きのう\n",
                KASHIWAZAKI.ledger(),
                "取引番号,会員番号,日付,活動\nRS-F,RS-50,2026-11-03,来店\n",
                KASHIWAZAKI.memberships(),
                "制度,会員番号,会員証番号\nrs-removed,RS-50,RS-N50\n");
        for (var list : lists.entrySet()) {
            Map<String, Object> report = list.getKey().sync(list.getValue());
            assertThat(report.get("rejections").toString()).contains("removedOnRequest");
            assertThat(rejected(list.getKey(), report)).contains("2,本人の申し出により").doesNotContain("RS-", "清水");
        }
        assertThat(tables.count("""
                        select count(*) from sync_rejection where 'removedOnRequest' = any(reasons) and cells is not null""")).isZero();
    }

    @Test
    void someoneWhoEndedTheirTieMeanwhileIsNotTakenBack() throws SQLException {
        KASHIWAZAKI.sync("会員番号,氏名\nRS-30,清水\nRS-31,髙橋\n");
        Arrival arrival = arrivals.of(KASHIWAZAKI, "会員番号,氏名\nRS-30,清水 葵\nRS-31,髙橋 葵\n");
        SyncJob promised = arrival.promise();
        tables.run("""
                update supporter s set revision = s.revision + 1
                from tie t where t.supporter = s.id and t.source_id = 'RS-30'""");
        tables.run("update tie set ended_on = since, ended_by = 'PERSON' where source_id = 'RS-30'");
        arrival.close();
        Map<String, Object> late = KASHIWAZAKI.await(KASHIWAZAKI.path() + "/" + promised.id());
        assertThat(progress(late)).containsEntry("changed", 1).containsEntry("rejected", 1);
        assertThat(tables.count("select count(*) from tie where source_id in ('RS-30', 'RS-31') and ended_on is null"))
                .isEqualTo(1);
    }

    @Test
    void aTownThatTheyCameToMeanwhileIsToldOfTheListsChangeToo() throws SQLException {
        KASHIWAZAKI.sync("会員番号,氏名\nRS-40,清水\nRS-41,髙橋\n");
        Arrival arrival = arrivals.of(KASHIWAZAKI, "会員番号,氏名\nRS-40,清水 葵\nRS-41,髙橋 葵\n");
        SyncJob promised = arrival.promise();
        tables.run("""
                with changed as (
                    update supporter s set revision = s.revision + 1
                    from tie t where t.supporter = s.id and t.source_id = 'RS-40' returning s.id)
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent)
                select '%s', id, 'CATCH', 1, date '2026-11-01', false, false from changed""".formatted(KOSUGE.municipality()));
        arrival.close();
        KASHIWAZAKI.await(KASHIWAZAKI.path() + "/" + promised.id());
        assertThat(tables.count("""
                        select count(*) from tie listed join tie other using (supporter)
                        where listed.source_id in ('RS-40', 'RS-41') and other.municipality <> listed.municipality
                          and other.changed_in = listed.changed_in""")).isEqualTo(1);
        assertThat(tables.count("""
                        select count(*) from tie t join supporter s on s.id = t.supporter
                        where t.source_id in ('RS-40', 'RS-41') and t.synced_profile = s.profile_revision""")).isEqualTo(2);
    }

    @Test
    void aLedgerThatWasPromisedIsMergedOnceAfterADeath() throws SQLException {
        KOSUGE.sync("会員番号,氏名\nRS-8,清水\nRS-9,髙橋\n");
        String list = "取引番号,会員番号,日付,活動,金額\nRS-A,RS-8,2026-11-03,寄附,100\nRS-B,RS-9,2026-11-03,寄附,200\n";
        SyncJob promised = arrivals.of(KOSUGE.ledger(), list).promise();
        tables.die(KOSUGE.municipality());
        assertThat(tables.staged()).isEqualTo(2);
        resuming.look();
        SyncJob merged = jobs.find(KOSUGE.municipality(), promised.id()).orElseThrow();
        assertThat(merged.state()).isEqualTo(SyncJob.State.DONE);
        assertThat(merged.created()).isEqualTo(2);
        assertThat(tables.staged()).isZero();
        assertThat(progress(KOSUGE.ledger().sync(list))).containsEntry("unchanged", 2);
        assertThat(tables.count("select count(*) from engagement where source_transaction in ('RS-A', 'RS-B')"))
                .isEqualTo(2);
    }

    @Test
    void whoLeavesOrIsToldMeanwhileIsSettledWhenALedgerIsMerged() throws SQLException {
        KASHIWAZAKI.sync("会員番号,氏名\nRS-10,清水\nRS-11,髙橋\nRS-12,田中\n");
        Arrival arrival = arrivals.of(KASHIWAZAKI.ledger(), """
                取引番号,会員番号,日付,活動
                RS-C,RS-10,2026-11-03,来店
                RS-D,RS-11,2026-11-03,来店
                RS-E,RS-12,2026-11-03,来店
                """);
        SyncJob promised = arrival.promise();
        remove("RS-10");
        for (String told : List.of("RS-D DINING_AND_SHOPPING RS-11", "RS-E LEARNING RS-12")) {
            String[] parts = told.split(" ");
            TestApi.post("kashiwazaki", "/v1/municipalities/152056/engagements", """
                            {"memberNumber": "%s", "activity": "%s", "occurredOn": "2026-11-03", "sourceTransaction": "%s"}
                            """.formatted(
                                    parts[2], parts[1], parts[0]))
                    .then()
                    .statusCode(201);
        }
        arrival.close();
        ListSender ledger = KASHIWAZAKI.ledger();
        Map<String, Object> report = ledger.await(ledger.path() + "/" + promised.id());
        assertThat(progress(report))
                .containsEntry("created", 0)
                .containsEntry("unchanged", 1)
                .containsEntry("rejected", 2);
        assertThat(report.get("rejections").toString()).contains("removedOnRequest", "transactionDiffers");
        assertThat(rejected(ledger, report))
                .contains("2,本人の申し出により", "RS-E,RS-12,2026-11-03,来店")
                .doesNotContain("RS-C", "RS-10");
    }

    @Test
    void membershipsThatWerePromisedAreMergedOnceAfterADeath() throws SQLException {
        TestSchemes.run("kosuge", "rs-club", "村人の会", KOSUGE.municipality());
        KOSUGE.sync("会員番号,氏名\nRS-20,清水\nRS-21,髙橋\n");
        String list = "制度,会員番号,会員証番号\nrs-club,RS-20,RS-N20\nrs-club,RS-21,RS-N21\n";
        SyncJob promised = arrivals.of(KOSUGE.memberships(), list).promise();
        tables.die(KOSUGE.municipality());
        assertThat(tables.staged()).isEqualTo(2);
        resuming.look();
        SyncJob merged = jobs.find(KOSUGE.municipality(), promised.id()).orElseThrow();
        assertThat(merged.state()).isEqualTo(SyncJob.State.DONE);
        assertThat(merged.created()).isEqualTo(2);
        assertThat(tables.staged()).isZero();
        assertThat(progress(KOSUGE.memberships().sync(list))).containsEntry("unchanged", 2);
        assertThat(tables.count("select count(*) from membership where scheme = 'rs-club'"))
                .isEqualTo(2);
    }

    @Test
    void whoLeavesMeanwhileOrWhoseNumberIsTakenIsSettledWhenMembershipsAreMerged() throws SQLException {
        TestSchemes.run("kashiwazaki", "rs-shared", "二つの町の会", KASHIWAZAKI.municipality(), KOSUGE.municipality());
        KASHIWAZAKI.sync("会員番号,氏名\nRS-30,清水\nRS-31,髙橋\nRS-32,田中\n");
        KOSUGE.sync("会員番号,氏名\nRS-33,佐藤\n");
        ListSender members = KASHIWAZAKI.memberships();
        members.sync("制度,会員番号,会員証番号\nrs-shared,RS-32,RS-N32\n");
        Arrival arrival = arrivals.of(members, """
                制度,会員番号,会員証番号
                rs-shared,RS-30,RS-N30
                rs-shared,RS-31,RS-N31
                rs-shared,RS-32,RS-N33
                """);
        SyncJob promised = arrival.promise();
        remove("RS-30");
        KOSUGE.memberships().sync("制度,会員番号,会員証番号\nrs-shared,RS-33,RS-N33\n");
        arrival.close();
        Map<String, Object> report = members.await(members.path() + "/" + promised.id());
        assertThat(progress(report)).containsEntry("created", 1).containsEntry("rejected", 2);
        assertThat(report.get("rejections").toString()).contains("removedOnRequest", "membershipNumberTaken");
        assertThat(tables.list(row -> row.getString(1) + " " + row.getString(2), """
                        select number, state from membership where scheme = ? order by number""", "rs-shared"))
                .containsExactly("RS-N31 ACTIVE", "RS-N32 ACTIVE", "RS-N33 ACTIVE");
        assertThat(rejected(members, report))
                .contains("2,本人の申し出により", "rs-shared,RS-32,RS-N33")
                .doesNotContain("RS-30", "RS-N30");
    }

    @Test
    void cancelledWhileReceivingNothingIsLeft() throws SQLException {
        Arrival arrival = arrivals.of(IGA, "会員番号,氏名\nRS-7,清水\n");
        UUID job = jobs.running(IGA.municipality()).orElseThrow();
        given().auth()
                .oauth2(ListSender.token("iga"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post(IGA.path() + "/" + job + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        assertThatExceptionOfType(SyncCancelled.class).isThrownBy(arrival::promise);
        arrival.close();
        assertThat(jobs.find(IGA.municipality(), job).orElseThrow().state()).isEqualTo(SyncJob.State.CANCELLED);
        assertThat(tables.staged()).isZero();
        IGA.get(IGA.path() + "/" + job + "/rejections")
                .then()
                .statusCode(409)
                .body("allowedActions[0]", equalTo("sendAgain"));
    }

    private static String rejected(ListSender sender, Map<String, Object> report) {
        return sender.get(sender.path() + "/" + report.get("id") + "/rejections")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void remove(String memberNumber) throws SQLException {
        tables.run("""
                update supporter set state = 'REMOVED', personal = null, email_index = null,
                    registered_by = null, channel = null, mode = null, country = null, revision = revision + 1
                where id = (select supporter from tie where municipality = '152056' and source_id = '%s')""".formatted(memberNumber));
        tables.run("""
                update tie set ended_on = since, ended_by = 'PERSON', row_hash = null, content_hash = null
                where municipality = '152056' and source_id = '%s'""".formatted(memberNumber));
    }
}
