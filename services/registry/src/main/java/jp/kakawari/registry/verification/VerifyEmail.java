package jp.kakawari.registry.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.supporter.OwnRecord;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.registry.supporter.Ties;
import jp.kakawari.web.InvalidBody;

/**
 * Has a code sent to a person's address and raises their assurance when they tell it (メールアドレスの確認). Of the code a keyed hash
 * is kept; it is good for some minutes and a few tries, and each try counts, also one that is refused.
 */
@ApplicationScoped
class VerifyEmail {

    private static final int CODES = 100_000_000;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final OwnRecord own;
    private final BlindIndex index;
    private final Ties ties;
    private final VerificationConfig config;
    private final Event<CodeIssued> issued;
    private final EntityManager database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    VerifyEmail(
            OwnRecord own,
            BlindIndex index,
            Ties ties,
            VerificationConfig config,
            Event<CodeIssued> issued,
            EntityManager database,
            Clock clock) {
        this.own = own;
        this.index = index;
        this.ties = ties;
        this.config = config;
        this.issued = issued;
        this.database = database;
        this.clock = clock;
    }

    /** Has a code sent. */
    @Transactional
    CodeSent send() {
        UUID me = own.id();
        Profile profile = own.read().profile();
        if (profile.email() == null) {
            throw new InvalidBody().at("/email", "is not known yet", "メールアドレスを先に登録してください");
        }
        Instant now = clock.instant();
        Instant until = now.plus(config.codeLivesFor());
        String code = "%08d".formatted(random.nextInt(CODES));
        int written = database.createNativeQuery("""
                        insert into email_verification (supporter, code_hash, email_index, sent_at, expires_at)
                        select id, :hash, email_index, :now, :until from supporter where id = :id and email_index is not null
                        on conflict (supporter) do update
                        set code_hash = excluded.code_hash, email_index = excluded.email_index, sent_at = excluded.sent_at,
                            expires_at = excluded.expires_at, tries = 0
                        where email_verification.sent_at <= :before
                        """)
                .setParameter("hash", index.code(me, code))
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("until", until.atOffset(ZoneOffset.UTC))
                .setParameter("before", now.minus(config.nextCodeAfter()).atOffset(ZoneOffset.UTC))
                .setParameter("id", me)
                .executeUpdate();
        if (written == 0) {
            throw new CodeSentAlready(config.nextCodeAfter());
        }
        countCode(me);
        issued.fire(new CodeIssued(me, profile.email(), code, until, profile.languages()));
        return new CodeSent(until.atZone(JAPAN).toOffsetDateTime());
    }

    /** An address gets so many codes a day, whoever asks for them; what is older is swept away. */
    private void countCode(UUID me) {
        LocalDate today = LocalDate.now(clock);
        database.createNativeQuery("""
                        delete from email_codes where (email_index, day) in (
                            select email_index, day from email_codes where day < :today
                            order by day limit 100 for update skip locked)
                        """).setParameter("today", today).executeUpdate();
        int counted = database.createNativeQuery("""
                        insert into email_codes (email_index, day, sent)
                        select email_index, :today, 1 from supporter where id = :id
                        on conflict (email_index, day) do update set sent = email_codes.sent + 1
                        where email_codes.sent < :most
                        """)
                .setParameter("today", today)
                .setParameter("id", me)
                .setParameter("most", config.codesPerDay())
                .executeUpdate();
        if (counted == 0) {
            throw new TooManyCodes(config.codesPerDay());
        }
    }

    /** The person tells the code that they got, after the try was counted. */
    @Transactional
    void confirm(Optional<Try> counted, String code) {
        UUID me = own.id();
        Try sent = counted.filter(one -> index.isCode(one.codeHash(), me, code)).orElseThrow(CodeNotRight::new);
        own.hold();
        int verified = database.createNativeQuery("""
                        update supporter set email_verified_at = now(), assurance = 'VERIFIED'
                        where id = :id and email_index = :email
                        """)
                .setParameter("id", me)
                .setParameter("email", sent.email())
                .executeUpdate();
        if (verified == 0) {
            throw new CodeNotRight();
        }
        forget(me);
        ties.tell(List.of(me));
    }

    /** What a try is about: which code went to which address. */
    record Try(byte[] codeHash, byte[] email) {}

    /** Counts a try, whatever becomes of it; empty where there is no code that may be tried. */
    @Transactional
    Optional<Try> countTry() {
        List<?> rows = database.createNativeQuery("""
                        update email_verification set tries = tries + 1
                        where supporter = :id and tries < :most and expires_at > :now
                        returning code_hash, email_index
                        """)
                .setParameter("id", own.id())
                .setParameter("most", config.tries())
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Try((byte[]) row[0], (byte[]) row[1]))
                .findFirst();
    }

    void forget(@Observes Removal removal) {
        forget(removal.supporter());
    }

    private void forget(UUID supporter) {
        database.createNativeQuery("delete from email_verification where supporter = :id")
                .setParameter("id", supporter)
                .executeUpdate();
    }
}
