package jp.kakawari.registry.digest;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.digest.PutOffDigests.Waiting;
import jp.kakawari.registry.mail.AwayMail;
import jp.kakawari.registry.mail.MailConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A digest that the mail server doesn't take reaches its desks all the same, each once. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class PutOffDigestsTest {

    private static final String TOWN = "242161";
    private static final String SUBSCRIPTION = "/v1/municipalities/" + TOWN + "/digest-subscription";

    @Inject
    DigestSubscriptions subscriptions;

    @Inject
    SubscribeDigest contacts;

    @Inject
    Issues issues;

    @Inject
    NewsOrder order;

    @Inject
    PutOffDigests putOff;

    @Inject
    AwayMail away;

    @Inject
    MailConfig config;

    @Inject
    @Location("mail/digest.txt")
    Template letter;

    @Inject
    Clock clock;

    @Inject
    EntityManager database;

    private final Mailbox mailbox = Parts.shared().mailbox();

    @AfterEach
    void end() {
        as("iga").header("If-Match", "*").delete(SUBSCRIPTION);
    }

    @Test
    void a_digest_comes_when_the_mail_server_is_back() {
        String domain = subscribed();
        DigestIssue issue = news();
        notTaken(issue, List.of("a" + domain, "b" + domain), clock.instant());
        assertThat(waiting(issue)).isEqualTo(1);
        assertThat(mailbox.addressesEnding(domain)).isEmpty();
        hurry(issue);
        await(() -> mailbox.addressesEnding(domain).size() == 2);
        await(() -> waiting(issue) == 0);
        assertThat(mailbox.addressesEnding(domain)).containsExactlyInAnyOrder("a" + domain, "b" + domain);
        assertThat(mailbox.to("a" + domain).getFirst().text()).contains("/v1/digests/" + issue.id());
    }

    @Test
    void it_is_given_up_after_five_days_and_when_nobody_subscribes_any_more() {
        String domain = subscribed();
        DigestIssue issue = news();
        notTaken(issue, List.of("a" + domain), clock.instant().minus(Duration.ofDays(6)));
        assertThat(waiting(issue)).isZero();
        notTaken(issue, List.of("a" + domain), clock.instant());
        assertThat(waiting(issue)).isEqualTo(1);
        as("iga").header("If-Match", "*").delete(SUBSCRIPTION).then().statusCode(204);
        assertThat(waiting(issue)).isZero();
        notTaken(issue, List.of("a" + domain), clock.instant());
        assertThat(waiting(issue)).isZero();
    }

    @Test
    void addresses_wait_sealed() {
        String domain = subscribed();
        DigestIssue issue = news();
        notTaken(issue, List.of("a" + domain), clock.instant());
        Object contacts = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select encode(contacts, 'escape') from digest_put_off where issue = :issue")
                        .setParameter("issue", issue.id())
                        .getSingleResult());
        assertThat((String) contacts).doesNotContain(domain);
    }

    private void notTaken(DigestIssue issue, List<String> emails, Instant since) {
        new SendDigests(subscriptions, contacts, issues, order, putOff, away.refusing(), config, letter, clock)
                .post(issue, new Waiting(TOWN, issue.id(), emails, since));
    }

    private String subscribed() {
        String domain = "@" + UUID.randomUUID() + ".example";
        as("iga")
                .header("If-Match", "*")
                .body("{\"every\": \"MONTHLY\", \"emails\": [\"a%1$s\", \"b%1$s\"]}".formatted(domain))
                .put(SUBSCRIPTION)
                .then()
                .statusCode(200);
        return domain;
    }

    private DigestIssue news() {
        Instant before = clock.instant();
        post("iga", "/v1/municipalities/" + TOWN + "/announcements", "{\"title\": \"上野の秋\", \"body\": \"秋です。\"}")
                .then()
                .statusCode(201);
        Instant after = clock.instant().plusMillis(1);
        return QuarkusTransaction.requiringNew()
                .call(() -> issues.make(before, after, after).orElseThrow());
    }

    private long waiting(DigestIssue issue) {
        return QuarkusTransaction.requiringNew().call(() -> (Long)
                database.createNativeQuery("select count(*) from digest_put_off where issue = :issue", Long.class)
                        .setParameter("issue", issue.id())
                        .getSingleResult());
    }

    private void hurry(DigestIssue issue) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update digest_put_off set due_at = now() where issue = :issue")
                        .setParameter("issue", issue.id())
                        .executeUpdate());
    }
}
