package jp.kakawari.kpi.ledger;

import static jp.kakawari.kpi.TestWorld.HIDA;
import static jp.kakawari.kpi.TestWorld.TAKAYAMA;
import static jp.kakawari.kpi.TestWorld.TODAY;
import static jp.kakawari.kpi.TestWorld.application;
import static jp.kakawari.kpi.TestWorld.await;
import static jp.kakawari.kpi.TestWorld.engagement;
import static jp.kakawari.kpi.TestWorld.participation;
import static jp.kakawari.kpi.TestWorld.people;
import static jp.kakawari.kpi.TestWorld.person;
import static jp.kakawari.kpi.TestWorld.supporter;
import static jp.kakawari.kpi.TestWorld.tie;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Examples;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.LadderMoved;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.kpi.TestWorld;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PartsResource.class)
class LedgerTest {
    private static final List<String> TABLES =
            List.of("supporter", "tie", "engagement", "application", "participation", "delivery", "ladder");

    @Inject
    TestWorld world;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    @BeforeEach
    void forget() {
        world.forget();
    }

    /** Of a membership, a consent, a delegation and a need nothing is counted yet. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REGISTRY_MEMBERSHIP", "REGISTRY_CONSENT", "REGISTRY_DELEGATION", "CATALOG_NEED"})
    void the_example_of_each_topic_becomes_a_row(Topic topic) {
        String table = topic.value().split("\\.")[1];
        Parts.shared()
                .topics()
                .sendEvent(prefix + topic.value(), "example", UUID.randomUUID().toString(), Examples.of(topic));
        await(() -> assertThat(world.rows("select id from " + table)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void duplicates_disorder_and_replays_change_nothing(long seed) {
        var random = new Random(seed);
        List<Event> history = history(random);
        history.forEach(event -> world.tell(List.of(event)));
        List<String> once = dump();

        world.forget();
        List<Event> messy = new ArrayList<>(history);
        messy.addAll(history.subList(0, random.nextInt(history.size())));
        Collections.shuffle(messy, random);
        for (int from = 0; from < messy.size(); ) {
            int to = Math.min(messy.size(), from + 1 + random.nextInt(9));
            world.tell(messy.subList(from, to));
            from = to;
        }
        assertThat(dump()).isEqualTo(once);

        world.tell(history);
        assertThat(dump()).isEqualTo(once);
    }

    @Test
    void a_replay_leaves_the_version_of_the_figures_as_it_is() {
        List<SupporterChanged> told = people(3, tie(HIDA));
        world.tell(told);
        List<String> before = world.rows("select sum(changes) from heard");
        world.tell(told);
        assertThat(world.rows("select sum(changes) from heard")).isEqualTo(before);
    }

    @Test
    void a_tombstone_alone_takes_a_supporter_and_their_ties_away() {
        List<SupporterChanged> told = people(2, tie(HIDA), tie(TAKAYAMA));
        world.tell(told);
        String gone = told.getFirst().key();
        Parts.shared()
                .topics()
                .send(
                        prefix + Topic.REGISTRY_SUPPORTER.value(),
                        gone,
                        null,
                        Map.of("ce_id", gone, "ce_time", Instant.now().toString(), "ce_revision", "9"));
        await(() -> assertThat(world.rows("select distinct supporter from tie"))
                .containsExactly(told.getLast().key()));
        world.tell(told);
        assertThat(world.rows("select id from supporter where state = 'REMOVED' and revision = 9"))
                .containsExactly(gone);
        assertThat(world.rows("select distinct supporter from tie")).hasSize(1);
    }

    @Test
    void a_municipality_that_is_no_code_is_put_aside_and_the_others_go_on() {
        UUID poisoned = UUID.randomUUID();
        List<SupporterChanged> told = new ArrayList<>(people(3, tie(HIDA)));
        told.add(1, person(poisoned, 1, tie("飛騨市")));
        world.publish(told);
        await(() -> assertThat(world.rows("select supporter from tie")).hasSize(3));
        await(() -> assertThat(Parts.shared().topics().all(prefix + "kpi.dead-letter.v1"))
                .anyMatch(record -> record.key().equals(poisoned.toString())));
    }

    private List<String> dump() {
        return TABLES.stream()
                .flatMap(
                        table -> world
                                .rows("select '%s ' || to_jsonb(t)::text from %s t order by 1".formatted(table, table))
                                .stream())
                .toList();
    }

    /** Supporters who gain, lose and keep ties and leave; entries that are corrected; facts. */
    private static List<Event> history(Random random) {
        List<Event> history = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            int revisions = 1 + random.nextInt(4);
            for (int revision = 1; revision <= revisions; revision++) {
                history.add(
                        revision == 4
                                ? supporter(
                                        id,
                                        revision,
                                        SupporterChanged.State.REMOVED,
                                        SupporterChanged.Kind.PERSON,
                                        "key")
                                : person(id, revision, ties(random)));
                history.add(engagement(
                        new UUID(1, i),
                        revision,
                        id,
                        HIDA,
                        Activity.values()[random.nextInt(Activity.values().length)],
                        EngagementRecorded.Status.values()[random.nextInt(3)]));
                history.add(application(new UUID(2, i), revision, HIDA, random.nextBoolean()));
            }
            history.add(participation(new UUID(3, i), id, HIDA, TODAY));
            UUID move = new UUID(4, i);
            history.add(new LadderMoved(move, 1, LadderMoved.State.MADE, id, HIDA, null, "exchange", TODAY));
            if (random.nextBoolean()) {
                history.add(LadderMoved.removed(move, 2));
            }
        }
        return history;
    }

    private static SupporterChanged.Tie[] ties(Random random) {
        return List.of(tie(HIDA, TODAY, random.nextBoolean()), tie(TAKAYAMA))
                .subList(0, random.nextInt(3))
                .toArray(SupporterChanged.Tie[]::new);
    }
}
