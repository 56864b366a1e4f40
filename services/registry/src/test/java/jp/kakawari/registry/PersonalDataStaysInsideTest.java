package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Canaries in every personal field are sent in by every way, and looked for wherever they must not sing. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class PersonalDataStaysInsideTest {

    private static final String LEDGER = "/v1/municipalities/" + MINAMIOGUNI + "/engagements";
    private static final String SEARCHES = "/v1/municipalities/" + MINAMIOGUNI + "/supporter-searches";
    private static final Charset EXCEL = Charset.forName("windows-31j");

    @Inject
    Silence silence;

    @Inject
    Traces traces;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    @BeforeEach
    void listen() {
        silence.listen();
    }

    @AfterEach
    void nothingIsHeard() throws SQLException {
        silence.mustHaveBeenKept();
    }

    @Test
    void what_is_registered_read_found_corrected_and_recorded() throws Exception {
        UUID id = register("sample-partner", Canary.JSON);
        as("sample-partner").get("/v1/supporters/" + id).then().statusCode(200);
        as("minamioguni")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/supporters/" + id)
                .then()
                .statusCode(200);
        as("minamioguni")
                .body("{\"email\": \"Canary@example.jp\"}")
                .post(SEARCHES)
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(0));
        post("minamioguni", LEDGER, engagement(id, "LEARNING", "2026-11-01", "canary-" + id))
                .then()
                .statusCode(201);
        patching("sample-partner")
                .header("If-Match", "\"2\"")
                .body("""
                        {"profile": {"nickname": "ぴいちく"}}""")
                .patch("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        awaitRevision(id, 3);
    }

    @Test
    void what_comes_by_a_list_is_merged_superseded_or_rejected() throws Exception {
        String list = String.join(
                "\r\n",
                Canary.HEADER,
                Canary.row("PC-1"),
                Canary.row("PC-1"),
                Canary.row("PC-2"),
                Canary.row("PC-3", "昭和8年3月3日ごろ", "090-4321-8765"),
                Canary.row("PC-4", "昭和8年3月3日", "090-4321-8765-1"),
                Canary.row(""));
        for (boolean dryRun : new boolean[] {true, false, false}) {
            String job = awaitJob(Canary.send(list.getBytes(EXCEL), dryRun));
            assertThat(traces.query("select count(*)::text from sync_row")).containsExactly("0");
            assertThat(as("kashiwazaki").get(job).asString()).satisfies(Silence::isKeptBy);
        }
        UUID merged = UUID.fromString(traces.query("select supporter::text from tie where source_id = 'PC-1'")
                .getFirst());
        awaitRevision(merged, 1);
        as("kashiwazaki")
                .queryParam("memberNumber", "PC-1")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/supporters")
                .then()
                .body("items", hasSize(1))
                .body("items[0].profile.familyName", equalTo("金糸雀"));
    }

    @Test
    void what_comes_by_a_list_of_memberships_is_taken_or_rejected() {
        TestSchemes.run("kashiwazaki", "pc-fanclub", "金糸の会", KASHIWAZAKI);
        TestLists.sync(
                "kashiwazaki",
                KASHIWAZAKI,
                Canary.HEADER + "\r\n" + Canary.row("PC-20") + "\r\n" + Canary.row("PC-22"));
        String list = """
                制度,会員番号,会員証番号,会員種別,入会日,氏名,メールアドレス
                pc-fanclub,PC-20,PC-N20,一般会員,2026-04-01,金糸雀　鳴子,canary@example.jp
                pc-fanclub,PC-21,PC-N21,金糸雀 鳴子,昭和8年3月3日ごろ,金糸雀　鳴子,canary@example.jp
                pc-fanclub,PC-22,PC-N22,ぴいちく,2026-04-01,金糸雀　鳴子,canary@example.jp
                """;
        assertThat(TestLists.syncMemberships("kashiwazaki", KASHIWAZAKI, list))
                .containsEntry("created", 1)
                .containsEntry("rejected", 2);
        assertThat(as("kashiwazaki")
                        .get("/v1/municipalities/" + KASHIWAZAKI + "/membership-syncs")
                        .asString())
                .satisfies(Silence::isKeptBy);
        assertThat(as("kashiwazaki")
                        .get("/v1/municipalities/" + KASHIWAZAKI + "/memberships?scheme=pc-fanclub")
                        .asString())
                .contains("PC-N20")
                .satisfies(Silence::isKeptBy);
    }

    @Test
    void whom_to_ask_at_an_organization_and_who_holds_an_office() {
        String contact = """
                {"name": "金糸雀 鳴子", "email": "%s", "phone": "090-4321-8765"}""";
        String application = """
                {"kind": "NPO", "name": "鳥の会", "contact": %s}""";
        String organization = post(
                        "secretariat",
                        "/v1/organization-applications",
                        application.formatted(contact.formatted("canary@example.jp")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("secretariat").get("/v1/organizations/" + organization).then().body("contact.name", equalTo("金糸雀 鳴子"));
        Response refused = post(
                "secretariat",
                "/v1/organization-applications",
                application.formatted(contact.formatted("canary@example.jp@")));
        refused.then().statusCode(422);
        Silence.isKeptBy(refused.asString());
        String officers = "/v1/municipalities/" + KASHIWAZAKI + "/officers";
        post("kashiwazaki", officers, """
                        {"role": "GUIDE", "name": "金糸雀 鳴子", "termFrom": "2026-04-01"}""").then().statusCode(201);
        as("secretariat").get(officers).then().body("items.name", hasItem("金糸雀 鳴子"));
        Silence.isKeptBy(anonymously()
                .get("/v1/officers?municipality=" + KASHIWAZAKI)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void who_is_written_to_by_mail_or_on_paper() {
        UUID canary = register("sample-partner", Canary.JSON);
        String town = "/v1/municipalities/" + MINAMIOGUNI;
        String campaign = town + "/campaigns/"
                + post("minamioguni", town + "/campaigns", """
                        {"subject": "便り", "body": "雪です。", "segment": {"origin": "FRIEND"}}""")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        post("minamioguni", campaign + "/schedule", "{}").then().statusCode(200);
        TestApi.await(() -> "SENT".equals(as("minamioguni").get(campaign).path("state")));
        assertThat(Parts.shared().mailbox().to("canary@example.jp")).isNotEmpty();
        Silence.isKeptBy(as("minamioguni").get(campaign).asString());
        TestCampaigns.agrees("minamioguni", MINAMIOGUNI, "sample-partner", canary, "POSTAL");
        String list = town + "/contact-lists/"
                + post("minamioguni", town + "/contact-lists", """
                        {"channel": "POSTAL", "purpose": "発送", "expiresAt": "%s", "segment": {"origin": "FRIEND"}}
                        """.formatted(
                                        OffsetDateTime.now().plusDays(1)))
                        .<String>path("id");
        assertThat(as("minamioguni").accept("text/csv").get(list + "/file").asString())
                .contains("金糸雀 鳴子,9998887,山形県幻影市籠町1-1")
                .doesNotContain("canary@example.jp", "ぴいちく", "090");
        as("kosuge")
                .body("{\"every\": \"MONTHLY\", \"emails\": [\"canary@example.jp\"]}")
                .put("/v1/municipalities/194425/digest-subscription")
                .then()
                .statusCode(200)
                .body("emails", hasItem("canary@example.jp"));
    }

    private void awaitRevision(UUID id, int revision) {
        Parts.shared()
                .topics()
                .await(
                        prefix + Topic.REGISTRY_SUPPORTER.value(),
                        record -> record.key().equals(id.toString())
                                && record.value().replace(" ", "").contains("\"revision\":" + revision + ","));
    }

    private static String awaitJob(Response sent) {
        sent.then().statusCode(202);
        String job = Canary.SYNCS + "/" + sent.path("id");
        String state;
        do {
            state = as("kashiwazaki").get(job).path("state");
        } while (!List.of("DONE", "FAILED").contains(state));
        assertThat(state).isEqualTo("DONE");
        return job;
    }
}
