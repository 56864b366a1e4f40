package jp.kakawari.registry.ownexport;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.consent.Hanako.ID;
import static jp.kakawari.registry.consent.Hanako.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import jp.kakawari.registry.consent.Hanako;
import jp.kakawari.registry.export.ExportPlaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ExportOwnDataTest {

    @Inject
    Traces database;

    @Inject
    ExportPlaces places;

    @BeforeEach
    @AfterEach
    void hanako_leaves() {
        Hanako.leaves();
    }

    @Test
    void everything_that_is_held_is_in_one_document() throws Exception {
        asHanako().get("/v1/me/export").then().statusCode(404);
        Hanako.joins(true);
        String transaction = "export-" + UUID.randomUUID();
        post(
                        "minamioguni",
                        "/v1/municipalities/434230/engagements",
                        engagement(Hanako.UUID_OF, "LEARNING", "2026-11-01", transaction))
                .then()
                .statusCode(201);
        int terms = Hanako.terms("sample-partner", PARTNER, "POSTAL", "\"NAME\", \"ADDRESS\"");
        Hanako.gives(PARTNER, "POSTAL", terms).then().statusCode(200);
        as("sample-partner")
                .get("/v1/recipients/" + PARTNER + "/supporters/" + ID + "?purpose=POSTAL")
                .then()
                .statusCode(200);
        Response export = asHanako().get("/v1/me/export");
        export.then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("record.profile.familyName", equalTo("山田"))
                .body("ties.municipality", hasItem("434230"))
                .body("engagements.sourceTransaction", hasItem(transaction))
                .body("consents.purpose", hasItems("MAIL", "POSTAL"))
                .body("consentHistory.through", hasItem("SELF"))
                .body("provisions.recipient", hasItem(PARTNER))
                .body("reads.purpose", hasItem("CONSENTED"));
        assertThat(new ObjectMapper().readTree(export.asString()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "record",
                        "ties",
                        "memberships",
                        "engagements",
                        "ladderMoves",
                        "certificates",
                        "subscriptions",
                        "donations",
                        "projects",
                        "payments",
                        "opinions",
                        "letters",
                        "feeds",
                        "consents",
                        "consentHistory",
                        "provisions",
                        "reads");
    }

    @Test
    void only_so_many_go_out_at_once() throws Exception {
        Hanako.joins(false);
        places.within(() -> places.within(() ->
                asHanako().get("/v1/me/export").then().statusCode(503).body("code", equalTo("too-many-exports"))));
        asHanako().get("/v1/me/export").then().statusCode(200);
    }

    @Test
    void it_is_whole_however_much_there_is() throws Exception {
        Hanako.joins(false);
        database.execute("""
                insert into engagement (supporter, municipality, activity, occurred_on, status, source_system, source_transaction)
                select '%s', '434230', 'LEARNING', '2026-11-01', 'ATTESTED', 'export', 'x-' || n
                from generate_series(1, 1500) as n""".formatted(ID));
        asHanako()
                .get("/v1/me/export")
                .then()
                .statusCode(200)
                .body("engagements.findAll { it.sourceSystem == 'export' }", hasSize(1500))
                .body("memberships.findAll { it.state == 'ACTIVE' }", hasSize(0));
        database.execute("delete from engagement where source_system = 'export'");
    }
}
