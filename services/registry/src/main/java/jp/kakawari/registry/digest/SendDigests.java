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
import jp.kakawari.registry.mail.Letter;
import jp.kakawari.registry.mail.MailConfig;
import jp.kakawari.registry.mail.SendMail;

/**
 * Tells desks what is new since the last time (ダイジェストの配信). That it is told is noted before it is sent: a crash in between
 * loses one digest rather than sending it twice, and its news stay in the public list. Where nothing is new nothing is sent.
 * A subscription that can't be told keeps no other waiting: it is looked at again next time.
 */
@ApplicationScoped
class SendDigests {

    private final DigestSubscriptions subscriptions;
    private final SubscribeDigest contacts;
    private final Issues issues;
    private final NewsOrder order;
    private final SendMail mail;
    private final MailConfig config;
    private final Template letter;
    private final Clock clock;

    SendDigests(
            DigestSubscriptions subscriptions,
            SubscribeDigest contacts,
            Issues issues,
            NewsOrder order,
            SendMail mail,
            MailConfig config,
            @Location("mail/digest.txt") Template letter,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.contacts = contacts;
        this.issues = issues;
        this.order = order;
        this.mail = mail;
        this.config = config;
        this.letter = letter;
        this.clock = clock;
    }

    private record Covered(List<String> emails, Optional<DigestIssue> issue) {}

    @Scheduled(every = "${kakawari.mail.looked-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        for (String municipality : config.send() ? subscriptions.due() : List.<String>of()) {
            try {
                QuarkusTransaction.requiringNew()
                        .call(() -> subscriptions.due(municipality).map(this::cover))
                        .ifPresent(this::post);
            } catch (RuntimeException broken) {
                Log.errorf(
                        "The digest of %s can't be sent now: %s",
                        municipality, broken.getClass().getSimpleName());
            }
        }
    }

    private Covered cover(DigestSubscription subscription) {
        order.cut();
        Instant now = clock.instant();
        Instant from = subscription.cover(now);
        return new Covered(contacts.emails(subscription), issues.make(from, now, now));
    }

    private void post(Covered covered) {
        if (covered.issue().isEmpty()) {
            return;
        }
        DigestIssue issue = covered.issue().get();
        URI link = config.linksAt().resolve("/v1/digests/" + issue.id());
        String text = letter.data("issue", issue).data("link", link).render();
        String subject = "関係人口の新着（お知らせ %d 件・プログラム %d 件）"
                .formatted(issue.announcements().size(), issue.programs().size());
        mail.send(covered.emails().stream()
                .map(email -> new Letter(email, subject, text))
                .toList());
    }
}
