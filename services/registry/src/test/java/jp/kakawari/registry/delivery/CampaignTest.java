package jp.kakawari.registry.delivery;

import static io.restassured.RestAssured.given;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestCampaigns.agrees;
import static jp.kakawari.registry.TestCampaigns.at;
import static jp.kakawari.registry.TestCampaigns.codeOf;
import static jp.kakawari.registry.TestCampaigns.counts;
import static jp.kakawari.registry.TestCampaigns.draft;
import static jp.kakawari.registry.TestCampaigns.path;
import static jp.kakawari.registry.TestCampaigns.send;
import static jp.kakawari.registry.TestCampaigns.supporterOf;
import static jp.kakawari.registry.TestCampaigns.supporters;
import static jp.kakawari.registry.TestCampaigns.town;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.campaign.CampaignKind;
import jp.kakawari.registry.mail.Posted;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.Test;

/** Each campaign reaches whom it should, once, and nobody who said no. */
@QuarkusTest
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class CampaignTest {

    @Inject
    DataSource database;

    @Inject
    GatherRecipients gathering;

    @Inject
    HandOver handing;

    private final Mailbox mailbox = Parts.shared().mailbox();

    @Test
    void a_newsletter_goes_to_those_who_agreed_and_stops_when_they_say_so() {
        String town = "kosuge";
        String domain = town(town, 30, "");
        String campaign = draft(town, "{}");
        as(town).get(at(town, campaign)).then().body("allowedActions", contains("change", "schedule", "cancel"));
        send(town, campaign);
        assertThat(mailbox.addressesEnding(domain)).hasSize(29).doesNotHaveDuplicates();
        String reader = "r3" + domain;
        Mailbox.Mail letter = mailbox.to(reader).getFirst();
        String link = letter.header("List-Unsubscribe").replaceAll("[<>]", "");
        assertThat(letter.text()).contains("便りです", link);
        String path = link.substring(link.indexOf("/v1/"));
        assertThat(path).doesNotContain(supporterOf(town, 3).toString());

        given().get(path).then().statusCode(200);
        as(town).get(supporters(town) + "?memberNumber=R-3").then().body("items[0].tie.mailConsent", equalTo(true));
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(path)
                .then()
                .statusCode(200);
        as(town).get(supporters(town) + "?memberNumber=R-3").then().body("items[0].tie.mailConsent", equalTo(false));

        send(town, draft(town, "{}"));
        assertThat(mailbox.to(reader)).hasSize(1);
        assertThat(mailbox.addressesEnding(domain)).hasSize(29 + 28);
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post("/v1/unsubscriptions/" + "x".repeat(32))
                .then()
                .statusCode(404);
    }

    @Test
    void a_segment_is_counted_and_reached_and_a_sender_keeps_to_its_cap() {
        String town = "iga";
        String domain = town(town, 30, "");
        as(town).body("{\"perMonth\": 1, \"perYear\": 1}")
                .put(path(town) + "/mail-policy")
                .then()
                .statusCode(200);
        String some = "{\"prefecture\": \"13\", \"stage\": \"CATCH\"}";
        as(town).body(some)
                .post(path(town) + "/segment-counts")
                .then()
                .statusCode(200)
                .body("supporters", equalTo(15))
                .body("reachable", equalTo(14));
        send(town, draft(town, some));
        assertThat(mailbox.addressesEnding(domain)).hasSize(14);
        String all = draft(town, "{}");
        send(town, all);
        assertThat(mailbox.addressesEnding(domain)).hasSize(29).doesNotHaveDuplicates();
        send(town, draft(town, "{}"));
        assertThat(mailbox.addressesEnding(domain)).hasSize(29);
        assertThat(counts(town, all).getInt("sent")).isEqualTo(15);
    }

    @Test
    void a_call_after_a_disaster_reaches_each_once_however_often_it_is_sent() throws Exception {
        String town = "kashiwazaki";
        String domain = town(town, 12, "");
        for (int number = 1; number <= 10; number++) {
            agrees(town, codeOf(town), supporterOf(town, number), "DISASTER_CALL");
        }
        String call = path(town) + "/disaster-calls/2027-oame/sendings";
        String words = "{\"subject\": \"力を貸してください\", \"body\": \"片付けの手が足りません。\"}";
        assertThat(atOnce(4, () -> post(town, call, words))).containsOnly(200);
        await(() -> mailbox.addressesEnding(domain).size() >= 10);
        String campaign = post(town, call, words).path("id");
        await(() -> "SENT".equals(as(town).get(at(town, campaign)).path("state")));
        assertThat(mailbox.addressesEnding(domain)).hasSize(10).doesNotHaveDuplicates();
        String late = "late" + domain;
        UUID latecomer = register(town, """
                {"profile": {"nickname": "late", "email": "%s"},
                 "ties": [{"municipality": "%s", "mailConsent": true}]}""".formatted(late, codeOf(town)));
        agrees(town, codeOf(town), latecomer, "DISASTER_CALL");
        post(town, call, words).then().statusCode(200);
        await(() -> mailbox.to(late).size() == 1);
        assertThat(mailbox.addressesEnding(domain)).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void what_is_cancelled_is_not_sent_and_what_is_scheduled_is_not_changed() {
        String town = "minamioguni";
        String domain = town(town, 3, "");
        String campaign = draft(town, "{}");
        post(town, at(town, campaign) + "/schedule", "{\"sendAt\": \"2099-01-01T09:00:00+09:00\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"));
        as(town).header("If-Match", "\"2\"")
                .body("{\"subject\": \"別\", \"body\": \"別\"}")
                .put(at(town, campaign))
                .then()
                .statusCode(409)
                .body("allowedActions", contains("cancel"));
        putOff(town, UUID.fromString(campaign));
        post(town, at(town, campaign) + "/cancellation", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("allowedActions", empty());
        as(town).get(at(town, campaign))
                .then()
                .body("deliveries.waiting", equalTo(0))
                .body("deliveries.sent", equalTo(1));
        post(town, at(town, campaign) + "/schedule", "{}").then().statusCode(409);
        assertThat(mailbox.addressesEnding(domain)).isEmpty();
        as("hida").get(at(town, campaign)).then().statusCode(403);
        post("hida", at(town, campaign) + "/schedule", "{}").then().statusCode(403);
        post(town, path(town) + "/campaigns", "{\"subject\": \"a\\nBcc: b@c\", \"body\": \"x\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/subject"));
    }

    @Test
    void readers_abroad_read_english_and_links_die_with_the_person() {
        String town = "hida";
        String domain = town(town, 2, "");
        String abroad = "abroad" + domain;
        UUID reader = register(town, """
                {"profile": {"nickname": "abroad", "email": "%s", "country": "TW"},
                 "ties": [{"municipality": "%s", "mailConsent": true}]}""".formatted(abroad, codeOf(town)));
        String campaign = post(town, path(town) + "/campaigns", """
                        {"subject": "便り", "body": "雪です", "subjectEn": "News", "bodyEn": "Snow."}""").path("id");
        send(town, campaign);
        Mailbox.Mail letter = mailbox.to(abroad).getFirst();
        assertThat(letter.subject()).isEqualTo("News");
        assertThat(letter.text()).contains("Snow.", "Unsubscribe").doesNotContain("雪");
        assertThat(mailbox.to("r1" + domain).getFirst().subject()).isEqualTo("便り");
        String link = letter.header("List-Unsubscribe").replaceAll("[<>]", "");
        as(town).header("If-Match", "*")
                .delete("/v1/supporters/" + reader)
                .then()
                .statusCode(204);
        anonymously().get(link.substring(link.indexOf("/v1/"))).then().statusCode(404);
    }

    /** What isn't being sent hands nobody over, and whom the mail server doesn't take now waits again. */
    private void putOff(String town, UUID id) {
        var campaign = new Campaigning(id, codeOf(town), CampaignKind.NEWSLETTER, "{}", new UUID(0, 0), false);
        List<String> states = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                gathering.gather(connection, campaign);
                assertThat(handing.take(connection, campaign, 5)).isNull();
                Sql.run(connection, "update campaign set state = 'SENDING' where id = ?", id);
                List<Recipient> turn = handing.take(connection, campaign, 5);
                handing.note(connection, campaign, turn, List.of(Posted.NOT_NOW, Posted.SENT));
                Sql.run(connection, "update campaign set state = 'SCHEDULED' where id = ?", id);
                return Sql.list(
                        connection,
                        row -> row.getString(1),
                        "select state from campaign_delivery where campaign = ? order by state",
                        id);
            }
        });
        assertThat(states).containsExactly("SENT", "WAITING");
    }
}
