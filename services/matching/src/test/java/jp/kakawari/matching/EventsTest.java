package jp.kakawari.matching;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.await;
import static jp.kakawari.matching.TestWorld.once;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Examples;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.matching.ApplicationChanged;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What goes over Kafka, both ways, as the contracts say it. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class EventsTest {
    private final JsonMapper strict = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Topics topics = Parts.shared().topics();

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    @Inject
    TestWorld world;

    @Test
    void the_examples_of_the_contracts_are_taken_in_and_once_more_changes_nothing() throws Exception {
        ProgramChanged program = example(Topic.CATALOG_PROGRAM, ProgramChanged.class);
        SupporterChanged supporter = example(Topic.REGISTRY_SUPPORTER, SupporterChanged.class);
        NeedChanged need = example(Topic.CATALOG_NEED, NeedChanged.class);
        for (int time = 0; time < 2; time++) {
            send(need, Examples.of(Topic.CATALOG_NEED));
            send(program, Examples.of(Topic.CATALOG_PROGRAM));
            send(supporter, Examples.of(Topic.REGISTRY_SUPPORTER));
        }
        await(
                "program, supporter and need are known",
                () -> known("program", program.id()) && known("supporter", supporter.id()) && known("need", need.id()));
        long changes = changes(program.id());
        UUID marker = UUID.randomUUID();
        SupporterChanged last = TestWorld.person(marker, 1, TestWorld.APP_ID);
        send(program, Examples.of(Topic.CATALOG_PROGRAM));
        send(last, KnownEvents.write(last));
        await("what was sent after the repetition is known", () -> known("supporter", marker));
        assertThat(changes(program.id())).isEqualTo(changes);
        assertThat(world.count("select count(*) from program where id = '" + program.id()
                        + "' and places = 15 and selection = 'FIRST_COME' and host_government = '434230'"))
                .isEqualTo(1);
        assertThat(world.count("select count(*) from supporter where id = '" + supporter.id()
                        + "' and municipalities = '{212172}'"))
                .isEqualTo(1);
    }

    @Test
    void each_state_of_an_application_and_the_participation_are_told() throws Exception {
        UUID program = world.program(Selection.FIRST_COME, 1);
        UUID supporter = world.supporter();
        String id = apply(APP, program, supporter).path("id");
        once(as(MINAMIOGUNI))
                .body(Map.of("application", id, "hours", 2))
                .post("/v1/participations")
                .then()
                .statusCode(201);

        ApplicationChanged accepted =
                read(told(Topic.MATCHING_APPLICATION, id, "\"ACCEPTED\""), ApplicationChanged.class);
        assertThat(accepted.program()).isEqualTo(program);
        assertThat(accepted.supporter()).isEqualTo(supporter);
        assertThat(accepted.channel()).isEqualTo(TestWorld.APP_ID);
        assertThat(accepted.municipality()).isEqualTo("434230");
        assertThat(accepted.acceptedAt()).isEqualTo(accepted.submittedAt());
        ApplicationChanged attended =
                read(told(Topic.MATCHING_APPLICATION, id, "\"ATTENDED\""), ApplicationChanged.class);
        assertThat(attended.revision()).isGreaterThan(accepted.revision());

        ConsumerRecord<String, String> fact = told(Topic.MATCHING_PARTICIPATION, supporter.toString(), id);
        assertThat(Topics.header(fact, "ce_type")).contains("jp.kakawari.matching.participation-recorded.v1");
        ParticipationRecorded participation = read(fact, ParticipationRecorded.class);
        assertThat(participation.application()).isEqualTo(UUID.fromString(id));
        assertThat(participation.hours()).isEqualByComparingTo("2");
    }

    @Test
    void a_program_with_a_wrong_code_is_a_dead_letter_and_the_next_one_is_taken_in() throws Exception {
        UUID wrong = UUID.randomUUID();
        ProgramChanged next = TestWorld.townPlanning(UUID.randomUUID(), 1, Selection.FIRST_COME, 3);
        String body = KnownEvents.write(TestWorld.townPlanning(wrong, 1, Selection.FIRST_COME, 3));
        topics.sendEvent(
                prefix + Topic.CATALOG_PROGRAM.value(),
                next.type(),
                wrong.toString(),
                body.replace("434230", "434231"));
        send(next, KnownEvents.write(next));
        await("the next one is known", () -> known("program", next.id()));
        topics.await(
                prefix + "matching.dead-letter.v1", record -> wrong.toString().equals(record.key()));
        assertThat(known("program", wrong)).isFalse();
    }

    @Test
    void a_tombstone_alone_ends_what_a_supporter_and_a_program_were() throws Exception {
        UUID program = world.program(Selection.FIRST_COME, 1);
        UUID gone = world.program(Selection.FIRST_COME, 1);
        UUID supporter = world.supporter();
        String id = apply(APP, program, supporter).path("id");
        bury(Topic.REGISTRY_SUPPORTER, supporter, 7);
        bury(Topic.CATALOG_PROGRAM, gone, 7);
        ApplicationChanged left = read(told(Topic.MATCHING_APPLICATION, id, "\"WITHDRAWN\""), ApplicationChanged.class);
        assertThat(left.supporter()).isEqualTo(supporter);
        await("the program is known as removed", () -> removed("program", gone));
        assertThat(removed("supporter", supporter)).isTrue();
        apply(APP, gone, world.supporter()).then().statusCode(409);
        world.tell(TestWorld.person(supporter, 6, TestWorld.APP_ID));
        assertThat(removed("supporter", supporter)).isTrue();
    }

    @Test
    void a_tombstone_alone_ends_a_need_and_nothing_of_it_is_kept() {
        UUID need = UUID.randomUUID();
        world.tell(TestHelp.need(need, "434230", TestWorld.MINAMIOGUNI_ID, "商品開発"));
        bury(Topic.CATALOG_NEED, need, 2);
        await("the need is known as withdrawn", () -> removed("need", need));
        world.tell(TestHelp.need(need, "434230", TestWorld.MINAMIOGUNI_ID, "商品開発"));
        assertThat(world.count("select count(*) from need where id = '" + need
                        + "' and state = 'REMOVED' and num_nonnulls(municipality, posted_by, body) = 0"))
                .isEqualTo(1);
    }

    private void bury(Topic topic, UUID id, long revision) {
        topics.send(
                prefix + topic.value(),
                id.toString(),
                null,
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_time", Instant.now().toString(),
                        "ce_revision", Long.toString(revision)));
    }

    private boolean removed(String table, UUID id) {
        return world.count("select count(*) from " + table + " where id = '" + id + "' and state = 'REMOVED'") == 1;
    }

    private ConsumerRecord<String, String> told(Topic topic, String key, String text) {
        return topics.await(
                prefix + topic.value(),
                record -> key.equals(record.key()) && record.value().contains(text));
    }

    private <E extends Event> E read(ConsumerRecord<String, String> record, Class<E> type) throws Exception {
        return strict.readValue(record.value(), type);
    }

    private <E extends Event> E example(Topic topic, Class<E> type) throws Exception {
        return strict.readValue(Examples.of(topic), type);
    }

    private void send(Event event, String body) {
        topics.sendEvent(prefix + event.topic().value(), event.type(), event.key(), body);
    }

    private boolean known(String table, UUID id) {
        return world.count("select count(*) from " + table + " where id = '" + id + "'") == 1;
    }

    private long changes(UUID program) {
        return world.count("select cast(cast(changed_in as text) as bigint) from program where id = '" + program + "'");
    }
}
