package jp.kakawari.registry.consent;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.consent.Hanako.ID;
import static jp.kakawari.registry.consent.Hanako.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestLists;
import jp.kakawari.registry.Traces;
import jp.kakawari.web.JapanTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the consent of a guardian all that the minor consented to is withdrawn, and stays so (保護者の同意の撤回). */
@QuarkusTest
@WithTestResource(PartsResource.class)
class GuardianWithdrawsTest {

    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);
    private static final LocalDate MINOR = TODAY.minusYears(14);
    private static final String GUARDIAN = """
            "guardian": {"name": "保護 者", "relation": "PARENT", "contact": "0967-42-1111", "consents": true}""";
    private static final String OF = "items.find { it.purpose == '%s' && it.recipient == '%s' }";
    private static final String LISTED = "/v1/recipients/" + PARTNER + "/supporters?purpose=RESEARCH";

    @Inject
    Traces traces;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    @AfterEach
    void hanako_leaves() {
        Hanako.leaves();
    }

    @Test
    void all_is_withdrawn_with_it_and_everybody_told_and_nothing_revives() {
        Hanako.leaves();
        keep(
                MINOR,
                ", \"ties\": [{\"municipality\": \"434230\", \"origins\": [\"SIGHTSEEING\"], \"mailConsent\": true}], "
                        + GUARDIAN);
        post("sample-partner", "/v1/webhooks", """
                {"url": "https://example.org/guardians", "eventTypes": ["jp.kakawari.registry.consent-changed.v1"], "paused": false}""").then().statusCode(201);
        String webhook = as("sample-partner").get("/v1/webhooks").path("items[-1].id");
        int terms = Hanako.terms("sample-partner", PARTNER, "RESEARCH", "\"NAME\"");
        Hanako.gives(PARTNER, "RESEARCH", terms).then().statusCode(200);
        as("sample-partner").get(LISTED).then().body("items.id", hasItem(ID));

        asHanako().header("If-Match", "*").delete("/v1/me/guardian").then().statusCode(204);

        allWithdrawn();
        asHanako()
                .get("/v1/me/consent-history?limit=3")
                .then()
                .body("items.purpose", containsInAnyOrder("GUARDIAN", "MAIL", "RESEARCH"))
                .body("items.state", everyItem(equalTo("WITHDRAWN")))
                .body("items.through", everyItem(equalTo("GUARDIAN")));
        asHanako().get("/v1/me").then().body("ties.mailConsent", contains(false));
        as("sample-partner")
                .get("/v1/webhooks/" + webhook + "/deliveries?count=true")
                .then()
                .body("count", equalTo(2));
        as("sample-partner").header("If-Match", "*").delete("/v1/webhooks/" + webhook);
        Parts.shared()
                .topics()
                .await(
                        prefix + Topic.REGISTRY_CONSENT.value(),
                        record -> record.key().equals(ID + ":RESEARCH:" + PARTNER)
                                && record.value() != null
                                && record.value().contains("WITHDRAWN"));

        keep(MINOR, ", " + GUARDIAN);
        allWithdrawn();
        keep(TODAY.minusYears(18), "");
        allWithdrawn();
        as("sample-partner").get(LISTED).then().body("items.id", not(hasItem(ID)));
    }

    @Test
    void who_came_of_age_keeps_what_they_consented_to() {
        Hanako.leaves();
        keep(MINOR, ", " + GUARDIAN);
        int terms = Hanako.terms("sample-partner", PARTNER, "RESEARCH", "\"NAME\"");
        Hanako.gives(PARTNER, "RESEARCH", terms).then().statusCode(200);
        keep(TODAY.minusYears(18), "");
        asHanako().header("If-Match", "*").delete("/v1/me/guardian").then().statusCode(204);
        asHanako().get("/v1/me/consents").then().body(OF.formatted("RESEARCH", PARTNER) + ".state", equalTo("GIVEN"));
    }

    @Test
    void what_a_list_said_of_mail_ends_too_and_no_later_list_brings_it_back() throws SQLException {
        String number = "GW-" + UUID.randomUUID();
        String list = "会員番号,氏名,生年月日,メール配信同意\n" + number + ",清水 %s," + MINOR + ",同意\n";
        TestLists.sync("minamioguni", MINAMIOGUNI, list.formatted("翔"));
        String minor = traces.query("select supporter::text from tie where source_id = '" + number + "'")
                .getFirst();
        consents(minor);
        assertThat(mail(minor)).containsExactly("true");
        as("minamioguni")
                .header("If-Match", "*")
                .delete("/v1/supporters/" + minor + "/guardian")
                .then()
                .statusCode(204);
        assertThat(mail(minor)).containsExactly("false");
        assertThat(traces.query("""
                        select purpose || ' ' || state || ' ' || through || ' ' || (told_by is not null) from consent_history
                        where supporter = '%s' and purpose = 'MAIL'""".formatted(minor))).containsExactly("MAIL WITHDRAWN GUARDIAN true");
        consents(minor);
        TestLists.syncWinning("minamioguni", MINAMIOGUNI, list.formatted("翔太"));
        assertThat(mail(minor)).containsExactly("false");
    }

    private static void consents(String minor) {
        patching("minamioguni")
                .header("If-Match", "*")
                .body("{" + GUARDIAN + "}")
                .patch("/v1/supporters/" + minor)
                .then()
                .statusCode(204);
    }

    private List<String> mail(String supporter) throws SQLException {
        return traces.query("""
                        select tie->>'mailConsent' from supporter_state, jsonb_array_elements(body->'ties') tie where id = '%s'""".formatted(supporter));
    }

    private static void allWithdrawn() {
        asHanako()
                .get("/v1/me/consents")
                .then()
                .statusCode(200)
                .body("items.state", not(hasItem("GIVEN")))
                .body(OF.formatted("RESEARCH", PARTNER) + ".through", equalTo("GUARDIAN"))
                .body(OF.formatted("MAIL", "434230") + ".through", equalTo("GUARDIAN"));
    }

    private static void keep(LocalDate birthDate, String more) {
        String revision = asHanako().get("/v1/me").header("ETag");
        var request = asHanako()
                .body("{\"profile\": {\"nickname\": \"花子\", \"email\": \"hanako@example.jp\", \"birthDate\": \"%s\"}%s}"
                        .formatted(birthDate, more));
        (revision == null ? request : request.header("If-Match", revision))
                .put("/v1/me")
                .then()
                .statusCode(200);
    }
}
