package jp.kakawari.registry.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.supporter.NewId;

/** Digests that the mail server didn't take (再送待ち), and to whom: each is tried again until five days are over. */
@ApplicationScoped
class PutOffDigests {

    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int LATER_EACH_TIME = 4;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);

    private final EntityManager database;
    private final PersonalData seals;
    private final Clock clock;

    PutOffDigests(EntityManager database, PersonalData seals, Clock clock) {
        this.database = database;
        this.seals = seals;
        this.clock = clock;
    }

    /** @param since when it was first handed over */
    record Waiting(String municipality, UUID issue, List<String> emails, Instant since) {}

    /** Unless it has waited long enough, or nobody subscribes any more. */
    @Transactional
    void putOff(Waiting waiting) {
        Instant now = clock.instant();
        if (waiting.emails().isEmpty() || now.isAfter(waiting.since().plus(GIVEN_UP_AFTER))) {
            return;
        }
        UUID id = NewId.next();
        byte[] contacts = String.join("\n", waiting.emails()).getBytes(StandardCharsets.UTF_8);
        database.createNativeQuery("""
                        insert into digest_put_off (id, municipality, issue, contacts, since, due_at)
                        select :id, municipality, :issue, :contacts, :since, :due
                        from digest_subscription where municipality = :municipality
                        for key share
                        """)
                .setParameter("id", id)
                .setParameter("municipality", waiting.municipality())
                .setParameter("issue", waiting.issue())
                .setParameter("contacts", seals.sealBytes(id, contacts))
                .setParameter("since", waiting.since())
                .setParameter("due", now.plus(pause(Duration.between(waiting.since(), now))))
                .executeUpdate();
    }

    /** A minute at first, and the longer the mail server doesn't take it, the more. */
    private static Duration pause(Duration waited) {
        Duration share = waited.dividedBy(LATER_EACH_TIME);
        return share.compareTo(AGAIN_AFTER) < 0 ? AGAIN_AFTER : share;
    }

    @Transactional
    @SuppressWarnings("unchecked")
    List<UUID> due() {
        database.createNativeQuery("delete from digest_put_off where since < :since")
                .setParameter("since", clock.instant().minus(GIVEN_UP_AFTER))
                .executeUpdate();
        return database.createNativeQuery(
                        "select id from digest_put_off where due_at <= :now order by due_at", UUID.class)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** Takes one away, before it is sent again; none where another replica was faster. */
    @Transactional
    Optional<Waiting> take(UUID id) {
        List<?> rows = database.createNativeQuery(
                        "select municipality, issue, contacts, since from digest_put_off where id = :id for update skip locked")
                .setParameter("id", id)
                .getResultList();
        Optional<Waiting> taken =
                rows.stream().map(Object[].class::cast).findFirst().map(row -> waiting(id, row));
        if (taken.isPresent()) {
            database.createNativeQuery("delete from digest_put_off where id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        }
        return taken;
    }

    private Waiting waiting(UUID id, Object[] row) {
        String emails = new String(seals.openBytes(id, (byte[]) row[2]), StandardCharsets.UTF_8);
        return new Waiting((String) row[0], (UUID) row[1], List.of(emails.split("\n")), (Instant) row[3]);
    }
}
