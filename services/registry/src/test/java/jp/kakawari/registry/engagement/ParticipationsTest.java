package jp.kakawari.registry.engagement;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static jp.kakawari.registry.TestTies.endedByThePerson;
import static jp.kakawari.registry.TestTies.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Examples;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestParticipations;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Somebody took part, matching tells it on Kafka, and the tie follows. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ParticipationsTest {

    private static final OffsetDateTime THREE_DAYS_AGO = OffsetDateTime.now().minusDays(3);

    @Inject
    TestParticipations participations;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Test
    void taking_part_begins_a_tie_and_deepens_it() throws Exception {
        UUID id = register("sample-partner", somebody("guest", KASHIWAZAKI));
        ParticipationRecorded participation = participation(id, MINAMIOGUNI);
        participations.tell(participation);
        participations.awaitEngagementIn(participation.program());
        as("minamioguni")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/supporters/" + id)
                .then()
                .statusCode(200)
                .body("tie.origins", contains("PROGRAM"))
                .body("tie.stage", equalTo("WARM"))
                .body("tie.mailConsent", equalTo(false));
        as("minamioguni")
                .queryParam("supporter", id)
                .get("/v1/municipalities/" + MINAMIOGUNI + "/engagements")
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("ATTESTED"))
                .body("items[0].unit", equalTo("HOURS"))
                .body("items[0].sourceTransaction", equalTo(participation.id().toString()));
    }

    @Test
    void who_takes_part_again_takes_up_the_tie_that_they_ended() throws Exception {
        UUID id = register("sample-partner", somebody("again", MINAMIOGUNI));
        endedByThePerson(database, id);
        ParticipationRecorded participation = participation(id, MINAMIOGUNI);
        participations.tell(participation);
        participations.awaitEngagementIn(participation.program());
        assertThat(standing(database, id)).isEqualTo(1);
    }

    @Test
    void a_participation_told_twice_or_again_from_the_start_is_one_engagement() throws Exception {
        UUID id = register("sample-partner", somebody("twice", MINAMIOGUNI));
        ParticipationRecorded participation = participation(id, MINAMIOGUNI);
        participations.tell(participation);
        participations.tell(participation);
        participations.tell(participation);
        ParticipationRecorded last = participation(id, MINAMIOGUNI);
        participations.tell(last);
        participations.awaitEngagementIn(last.program());
        as("minamioguni")
                .queryParam("supporter", id)
                .get("/v1/municipalities/" + MINAMIOGUNI + "/engagements")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void one_about_nobody_goes_to_the_dead_letters_and_the_next_one_is_taken() throws Exception {
        UUID id = register("sample-partner", somebody("after-poison", MINAMIOGUNI));
        ParticipationRecorded poison = participation(UUID.randomUUID(), MINAMIOGUNI);
        participations.tell(poison);
        ParticipationRecorded sound = participation(id, MINAMIOGUNI);
        participations.tell(sound);
        participations.awaitEngagementIn(sound.program());
        ConsumerRecord<String, String> dead = participations.awaitOn(
                "registry.dead-letter.v1",
                record -> record.value().contains(poison.id().toString()));
        assertThat(dead.key()).isEqualTo(poison.key());
    }

    @Test
    void one_about_a_removed_supporter_or_for_no_municipality_leaves_no_trace() throws Exception {
        UUID removed = register("sample-partner", somebody("removed", MINAMIOGUNI));
        as("sample-partner")
                .header("If-Match", "\"1\"")
                .delete("/v1/supporters/" + removed)
                .then()
                .statusCode(204);
        UUID id = register("sample-partner", somebody("still-here", MINAMIOGUNI));
        participations.tell(participation(removed, MINAMIOGUNI));
        participations.tell(participation(id, null));
        ParticipationRecorded last = participation(id, MINAMIOGUNI);
        participations.tell(last);
        participations.awaitEngagementIn(last.program());
        as("minamioguni")
                .queryParam("supporter", removed)
                .get("/v1/municipalities/" + MINAMIOGUNI + "/engagements")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void the_contracts_example_is_understood() throws Exception {
        var example = json.readValue(Examples.of(Topic.MATCHING_PARTICIPATION), ParticipationRecorded.class);
        UUID id = register("sample-partner", somebody("example", MINAMIOGUNI));
        ParticipationRecorded mine = new ParticipationRecorded(
                UUID.randomUUID(),
                example.application(),
                UUID.randomUUID(),
                id,
                example.municipality(),
                example.activity(),
                example.checkedInAt(),
                example.hours());
        participations.tell(mine);
        participations.awaitEngagementIn(mine.program());
        as("minamioguni")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/supporters/" + id)
                .then()
                .body("tie.lastActiveOn", equalTo("2026-11-03"));
    }

    private static ParticipationRecorded participation(UUID supporter, String municipality) {
        return new ParticipationRecorded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                supporter,
                municipality,
                Activity.TOWN_PLANNING,
                THREE_DAYS_AGO,
                new BigDecimal("6.5"));
    }
}
