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
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.roster.Format;
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
    SyncSupporters syncs;

    @Inject
    SyncJobs jobs;

    @Inject
    ResumeSyncs resuming;

    @Test
    void whatWasPromisedIsMergedAfterADeath() throws SQLException {
        SyncJob promised = receive(KOSUGE, "会員番号,氏名\nRS-1,清水\nRS-2,髙橋\n").promise();
        tables.die(KOSUGE.municipality());
        try (Connection connection = database.getConnection()) {
            assertThat(jobs.merging(connection, promised.id(), 0)).isTrue();
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
        receive(KOSUGE, "会員番号,氏名\nRS-3,清水\n");
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
        SyncJob promised = receive(KOSUGE, "会員番号,氏名\nRS-4,清水\n").promise();
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

        Arrival arrival = receive(KASHIWAZAKI, "会員番号,氏名\nRS-6,髙橋 葵\n");
        SyncJob promised = arrival.promise();
        remove("RS-6");
        arrival.close();
        Map<String, Object> late = KASHIWAZAKI.await(KASHIWAZAKI.path() + "/" + promised.id());
        assertThat(progress(late)).containsEntry("changed", 0).containsEntry("rejected", 1);
        KASHIWAZAKI
                .get(KASHIWAZAKI.path() + "/" + promised.id() + "/rejections")
                .then()
                .statusCode(200);
    }

    @Test
    void cancelledWhileReceivingNothingIsLeft() throws SQLException {
        Arrival arrival = receive(IGA, "会員番号,氏名\nRS-7,清水\n");
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

    private Arrival receive(ListSender sender, String list) {
        byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
        return syncs.receive(
                sender.municipality(),
                null,
                SyncOptions.upsert(false),
                Incoming.of(Format.CSV, null, new ByteArrayInputStream(bytes)));
    }

    private void remove(String memberNumber) throws SQLException {
        tables.run("""
                update supporter set state = 'REMOVED', personal = null, email_index = null,
                    registered_by = null, channel = null, mode = null, country = null
                where id = (select supporter from tie where municipality = '152056' and source_id = '%s')""".formatted(memberNumber));
        tables.run("""
                update tie set ended_on = since, ended_by = 'PERSON', row_hash = null, content_hash = null
                where municipality = '152056' and source_id = '%s'""".formatted(memberNumber));
    }
}
