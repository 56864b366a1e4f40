package jp.kakawari.registry.delivery;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.campaign.CampaignKind;
import jp.kakawari.registry.mail.Letter;
import jp.kakawari.registry.mail.MailConfig;
import jp.kakawari.registry.mail.Posted;
import jp.kakawari.registry.mail.SendMail;
import jp.kakawari.registry.staging.Sql;

/**
 * Sends campaigns whose time has come (配信), all that are due in turn, in constant memory: a thousand recipients are written
 * down in one transaction, a few at a time are handed over in another, then the mail server gets their letters, and a third
 * notes its answers. Whatever is killed, another process goes on from what is written down. Nobody gets a campaign twice:
 * between the mail server's acceptance and the third transaction a crash leaves the few who were on their way unknown, and
 * they are left so. Several replicas share the work. Where the mail server takes nothing now, or a campaign can't be sent,
 * that campaign waits for the next look and the others go on.
 */
@ApplicationScoped
class SendCampaigns {

    /** Who was suspended since sends nothing more. */
    private static final String SENDER_IS_ACTIVE =
            "not exists (select from organization o where o.id = created_by and o.state <> 'ACTIVE')";

    private static final String DUE = """
            select id, municipality, kind, segment, after, gathered, subject, body, subject_en, body_en
            from campaign where state = 'SENDING' and %s
            order by kind = 'DISASTER_CALL' desc, send_at, id limit 100""".formatted(SENDER_IS_ACTIVE);

    private final DataSource database;
    private final GatherRecipients gathering;
    private final HandOver handing;
    private final WriteLetter writing;
    private final SendMail mail;
    private final MailConfig config;
    private final Clock clock;
    private volatile boolean stopping;

    SendCampaigns(
            DataSource database,
            GatherRecipients gathering,
            HandOver handing,
            WriteLetter writing,
            SendMail mail,
            MailConfig config,
            Clock clock) {
        this.database = database;
        this.gathering = gathering;
        this.handing = handing;
        this.writing = writing;
        this.mail = mail;
        this.config = config;
        this.clock = clock;
    }

    private record Sending(Campaigning campaign, WriteLetter.Words words) {}

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    @Scheduled(every = "${kakawari.mail.looked-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        if (!config.send()) {
            return;
        }
        inTransaction(connection -> Sql.run(connection, """
                update campaign set state = 'SENDING', revision = revision + 1, updated_at = now()
                where state = 'SCHEDULED' and send_at <= now() and %s""".formatted(SENDER_IS_ACTIVE)));
        Set<UUID> resting = new HashSet<>();
        boolean busy = true;
        while (busy && !stopping) {
            busy = false;
            for (Sending sending : inTransaction(SendCampaigns::due)) {
                busy |= !resting.contains(sending.campaign().id()) && tried(sending, resting);
            }
        }
    }

    /** One that can't be sent keeps no other waiting. */
    private boolean tried(Sending sending, Set<UUID> resting) {
        UUID campaign = sending.campaign().id();
        try {
            Step step = step(sending);
            if (step == Step.PUT_OFF) {
                resting.add(campaign);
            }
            return step == Step.MORE;
        } catch (RuntimeException broken) {
            Log.errorf(
                    "Campaign %s can't be sent now: %s",
                    campaign, broken.getClass().getSimpleName());
            resting.add(campaign);
            return false;
        }
    }

    private enum Step {
        MORE,
        PUT_OFF,
        DONE
    }

    private static List<Sending> due(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                row -> new Sending(
                        new Campaigning(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                CampaignKind.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getObject(5, UUID.class),
                                row.getBoolean(6)),
                        new WriteLetter.Words(row.getString(7), row.getString(8), row.getString(9), row.getString(10))),
                DUE);
    }

    /** A few letters, or a chunk of recipients, or the end. */
    private Step step(Sending sending) {
        Campaigning campaign = sending.campaign();
        List<Recipient> turn = inTransaction(connection -> handing.take(connection, campaign, config.atOnce()));
        if (turn != null) {
            List<Letter> letters = turn.stream()
                    .map(recipient -> writing.to(recipient, campaign, sending.words()))
                    .toList();
            var posted = mail.send(letters);
            inTransaction(connection -> {
                handing.note(connection, campaign, turn, posted);
                return null;
            });
            boolean nothingTaken = !posted.isEmpty() && posted.stream().allMatch(Posted.NOT_NOW::equals);
            return nothingTaken ? Step.PUT_OFF : Step.MORE;
        }
        if (inTransaction(connection -> gather(connection, campaign))) {
            return Step.MORE;
        }
        finish(campaign);
        return Step.DONE;
    }

    /** Unless another replica does so just now. */
    private boolean gather(Connection connection, Campaigning campaign) throws SQLException {
        List<Campaigning> mine = Sql.list(
                connection,
                row -> new Campaigning(
                        campaign.id(),
                        campaign.municipality(),
                        campaign.kind(),
                        campaign.segment(),
                        row.getObject(1, UUID.class),
                        false),
                """
                select after from campaign where id = ? and state = 'SENDING' and not gathered
                for update skip locked""",
                campaign.id());
        for (Campaigning one : mine) {
            gathering.gather(connection, one);
        }
        return !mine.isEmpty();
    }

    /** When all are through, and whoever was handed over by a process that died is given up. */
    private void finish(Campaigning campaign) {
        inTransaction(connection -> {
            Sql.run(connection, """
                    update campaign_delivery set state = 'UNKNOWN'
                    where campaign = ? and state = 'HANDED' and handed_at < now() - make_interval(secs => ?)""", campaign.id(), (double)
                    config.within().multipliedBy(2).toSeconds());
            return Sql.run(connection, """
                    update campaign c
                    set state = 'SENT', revision = revision + 1, updated_at = now(), untold = true,
                        sent_on = coalesce(sent_on, cast(? as date))
                    where c.id = ? and c.state = 'SENDING' and c.gathered
                      and not exists (select from campaign_delivery d
                                      where d.campaign = c.id and d.state in ('WAITING', 'HANDED'))""", LocalDate.now(clock).toString(), campaign.id());
        });
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().timeout(120).call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.with(connection);
            } catch (SQLException failed) {
                throw new IllegalStateException("campaigns can't be sent now: " + failed.getSQLState());
            }
        });
    }
}
