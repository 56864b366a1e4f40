package jp.kakawari.registry.oauthclient;

import static jp.kakawari.registry.TestApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.staging.Sql;
import org.junit.jupiter.api.Test;

/** The registry at Keycloak: what it may do there, and what becomes of members' clients while it can't. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class RealmTest {

    @Inject
    MakeClients making;

    @Inject
    DataSource database;

    @Inject
    PersonalData seals;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Test
    void while_keycloak_is_away_nothing_is_lost() throws Exception {
        makeAll();
        Applicant npo = Applicant.admitted("NPO");
        String secret = npo.claim().path("secret");
        MakeClients away =
                new MakeClients(database, realm("http://localhost:1/realms/kakawari", "registry-secret"), seals);
        assertThat(away.step()).isTrue();
        assertThat(away.step()).as("not at once again").isFalse();
        as("secretariat")
                .get(npo.path() + "/client")
                .then()
                .body("state", equalTo("PENDING"))
                .body("failure", equalTo("unreachable"));
        due(npo);
        MakeClients refused = new MakeClients(database, realm(Applicant.ISSUER, "wrong"), seals);
        assertThat(refused.step()).isTrue();
        as("secretariat").get(npo.path() + "/client").then().body("failure", equalTo("status 401"));
        due(npo);
        makeAll();
        npo.assertState("READY", "SECRET");
        npo.token(secret).then().statusCode(200);
    }

    @Test
    void the_registry_may_do_nothing_else_in_the_realm() {
        String token = Parts.shared().tokens().of("registry");
        String admin = Applicant.ISSUER.replace("/realms/", "/admin/realms/");
        Applicant.bearer(token).get(admin + "/clients?clientId=hida").then().statusCode(200);
        Applicant.bearer(token).get(admin + "/users").then().statusCode(403);
        Applicant.bearer(token)
                .body("{\"realm\": \"kakawari\"}")
                .put(admin)
                .then()
                .statusCode(403);
    }

    private void makeAll() {
        while (making.step()) {
            continue;
        }
    }

    private Realm realm(String issuer, String secret) {
        return new Realm(
                new ClientsConfig() {
                    @Override
                    public String issuer() {
                        return issuer;
                    }

                    @Override
                    public String id() {
                        return "registry";
                    }

                    @Override
                    public Optional<String> secret() {
                        return Optional.of(secret);
                    }

                    @Override
                    public String followedEvery() {
                        return "off";
                    }

                    @Override
                    public Duration answerWithin() {
                        return Duration.ofSeconds(5);
                    }
                },
                json,
                clock);
    }

    private void due(Applicant applicant) throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(Sql.run(
                            connection,
                            "update oauth_client set due_at = now() where organization = ?",
                            UUID.fromString(applicant.id())))
                    .isOne();
        }
    }
}
