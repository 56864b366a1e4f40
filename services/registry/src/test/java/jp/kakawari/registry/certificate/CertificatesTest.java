package jp.kakawari.registry.certificate;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static jp.kakawari.registry.TestTies.endedByThePerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestParticipations;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class CertificatesTest {

    private static final String TOWN = "/v1/municipalities/" + KASHIWAZAKI;

    @Inject
    TestParticipations participations;

    @Inject
    DataSource database;

    @Test
    void row028_and_083_who_has_completed_a_program_is_certified_once_and_is_found() throws Exception {
        UUID program = UUID.randomUUID();
        UUID early = person();
        takesPart(early, program);
        String code = certify(program, 1, null);
        UUID later = person();
        takesPart(later, program);
        takesPart(later, program);
        holders(code, early, later);
        as("kashiwazaki")
                .get(TOWN + "/programs/" + program + "/alumni?count=true")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("items.supporter", containsInAnyOrder(early.toString(), later.toString()))
                .body("items.times.sum()", equalTo(3));
        as("kashiwazaki")
                .get(TOWN + "/supporters?certificate=" + code)
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(early.toString(), later.toString()));
        as("kashiwazaki")
                .get(TOWN + "/certifications?count=true")
                .then()
                .statusCode(200)
                .body("count", notNullValue());
        as("iga").get(TOWN + "/certificates").then().statusCode(403);
        asHanako().get("/v1/me/certificates?count=true").then().statusCode(200);
        endedByThePerson(database, early);
        holders(code, later);
    }

    @Test
    void a_certificate_is_revoked_with_what_it_rests_on_and_comes_back_with_it() throws Exception {
        UUID program = UUID.randomUUID();
        String code = certify(program, 2, null);
        UUID person = person();
        takesPart(person, program);
        holders(code);
        takesPart(person, program);
        holders(code, person);
        String entry =
                as("kashiwazaki").get(TOWN + "/engagements?supporter=" + person).path("items[0].id");
        decide(entry, "REJECTED");
        as("kashiwazaki").get(TOWN + "/supporters?certificate=" + code).then().body("items", empty());
        as("kashiwazaki")
                .get(TOWN + "/certificates?certification=" + code)
                .then()
                .body("items.revokedOn", contains(notNullValue()));
        decide(entry, "ATTESTED");
        as("kashiwazaki")
                .get(TOWN + "/certificates?certification=" + code + "&supporter=" + person)
                .then()
                .body("items.revokedOn", contains(nullValue()));
        certify(program, 3, code);
        as("kashiwazaki").get(TOWN + "/supporters?certificate=" + code).then().body("items", empty());
    }

    private static String certify(UUID program, int times, String known) {
        String code = known == null ? "cert-" + UUID.randomUUID().toString().substring(0, 8) : known;
        var request = as("kashiwazaki")
                .body("{\"name\": \"おむすびと\", \"program\": \"%s\", \"times\": %d}".formatted(program, times));
        (known == null ? request : request.header("If-Match", "*"))
                .put(TOWN + "/certifications/" + code)
                .then()
                .statusCode(200);
        return code;
    }

    private static void holders(String code, UUID... expected) {
        assertThat(as("kashiwazaki")
                        .get(TOWN + "/certificates?count=true&certification=" + code)
                        .then()
                        .statusCode(200)
                        .body("count", equalTo(expected.length))
                        .extract()
                        .<List<String>>path("items.supporter"))
                .containsExactlyInAnyOrder(
                        Arrays.stream(expected).map(UUID::toString).toArray(String[]::new));
    }

    private static void decide(String entry, String status) {
        patching("kashiwazaki")
                .header("If-Match", "*")
                .body("{\"status\": \"" + status + "\"}")
                .patch(TOWN + "/engagements/" + entry)
                .then()
                .statusCode(200);
    }

    private static UUID person() {
        return register("sample-partner", somebody("ce-" + UUID.randomUUID(), KASHIWAZAKI));
    }

    private void takesPart(UUID supporter, UUID program) throws Exception {
        var participation = new ParticipationRecorded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                program,
                supporter,
                KASHIWAZAKI,
                Activity.LEARNING,
                OffsetDateTime.now().minusDays(2),
                null);
        long before = entries(supporter);
        participations.tell(participation);
        participations.awaitEngagementIn(program, () -> entries(supporter) > before);
    }

    private static long entries(UUID supporter) {
        return as("kashiwazaki")
                .get(TOWN + "/engagements?count=true&limit=1&supporter=" + supporter)
                .jsonPath()
                .getLong("count");
    }
}
