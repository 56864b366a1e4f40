package jp.kakawari.registry.digest;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.kakawari.registry.digest.PutOffDigests.Waiting;
import jp.kakawari.registry.mail.Letter;
import jp.kakawari.registry.mail.MailConfig;
import jp.kakawari.registry.mail.Posted;
import jp.kakawari.registry.mail.SendMail;

/**
 * Tells desks what is new since the last time (ダイジェストの配信). That it is told is noted before it is sent: a crash in between
 * loses one digest rather than sending it twice, and its news stay in the public list. What the mail server doesn't take now is
 * put off. Where nothing is new nothing is sent.
 * A subscription that can't be told keeps no other waiting: it is looked at again next time.
 */
@ApplicationScoped
class SendDigests {

    private final DigestSubscriptions subscriptions;
    private final SubscribeDigest contacts;
    private final Issues issues;
    private final NewsOrder order;
    private final PutOffDigests putOff;
    private final SendMail mail;
    private final MailConfig config;
    private final Template letter;
    private final Clock clock;

    SendDigests(
            DigestSubscriptions subscriptions,
            SubscribeDigest contacts,
            Issues issues,
            NewsOrder order,
            PutOffDigests putOff,
            SendMail mail,
            MailConfig config,
            @Location("mail/digest.txt") Template letter,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.contacts = contacts;
        this.issues = issues;
        this.order = order;
        this.putOff = putOff;
        this.mail = mail;
        this.config = config;
        this.letter = letter;
        this.clock = clock;
    }

    private record Covered(String municipality, List<String> emails, Optional<DigestIssue> issue) {}

    @Scheduled(every = "${kakawari.mail.looked-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        if (!config.send()) {
            return;
        }
        subscriptions
                .due()
                .forEach(municipality -> trying(
                        "The digest of " + municipality,
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> subscriptions.due(municipality).map(this::cover))
                                .ifPresent(this::begin)));
        putOff.due()
                .forEach(id -> trying(
                        "A digest that was put off", () -> putOff.take(id).ifPresent(this::again)));
    }

    private static void trying(String what, Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException broken) {
            Log.errorf("%s can't be sent now: %s", what, broken.getClass().getSimpleName());
        }
    }

    private Covered cover(DigestSubscription subscription) {
        order.cut();
        Instant now = clock.instant();
        Instant from = subscription.cover(now);
        return new Covered(subscription.municipality(), contacts.emails(subscription), issues.make(from, now, now));
    }

    private void begin(Covered covered) {
        covered.issue()
                .ifPresent(issue -> post(
                        issue, new Waiting(covered.municipality(), issue.id(), covered.emails(), clock.instant())));
    }

    /** To whoever the desk still names. */
    private void again(Waiting waiting) {
        List<String> named = QuarkusTransaction.requiringNew()
                .call(() -> subscriptions
                        .findByIdOptional(waiting.municipality())
                        .map(contacts::emails)
                        .orElseGet(List::of));
        List<String> still = waiting.emails().stream().filter(named::contains).toList();
        issues.find(waiting.issue())
                .filter(issue -> !still.isEmpty())
                .ifPresent(issue ->
                        post(issue, new Waiting(waiting.municipality(), waiting.issue(), still, waiting.since())));
    }

    /** Whoever's letter was not taken gets it later. */
    void post(DigestIssue issue, Waiting to) {
        URI link = config.linksAt().resolve("/v1/digests/" + issue.id());
        String text = letter.data("issue", issue).data("link", link).render();
        String subject = "関係人口の新着（お知らせ %d 件・プログラム %d 件）"
                .formatted(issue.announcements().size(), issue.programs().size());
        List<Posted> posted = mail.send(to.emails().stream()
                .map(email -> new Letter(email, subject, text))
                .toList());
        List<String> later = IntStream.range(0, posted.size())
                .filter(place -> posted.get(place) == Posted.NOT_NOW)
                .mapToObj(to.emails()::get)
                .toList();
        putOff.putOff(new Waiting(to.municipality(), to.issue(), later, to.since()));
    }
}
