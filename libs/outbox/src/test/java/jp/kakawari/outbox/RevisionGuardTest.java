package jp.kakawari.outbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.contracts.registry.OrganizationChanged;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** However often, late and mixed up the events come in, what stays known is the newest, and what is gone stays gone. */
class RevisionGuardTest {

    private static final World WORLD = new World();
    private static final Organizations ORGANIZATIONS = new Organizations(WORLD);

    @BeforeTry
    void empty() {
        WORLD.execute("TRUNCATE known_organization");
    }

    @Property(tries = 100)
    void the_newest_state_stays(
            @ForAll("lives") @Size(min = 1, max = 8) List<Life> lives,
            @ForAll @IntRange(min = 1, max = 3) int copies,
            @ForAll @IntRange(min = 1, max = 20) int batch,
            @ForAll long seed) {
        var expected = new ArrayList<Long>();
        var events = new ArrayList<Received<OrganizationChanged>>();
        for (int n = 0; n < lives.size(); n++) {
            for (int copy = 0; copy < copies; copy++) {
                events.addAll(lives.get(n).events(new UUID(0, n)));
            }
            expected.add(lives.get(n).end());
        }
        Collections.shuffle(events, new Random(seed));
        for (int from = 0; from < events.size(); from += batch) {
            ORGANIZATIONS.handle(events.subList(from, Math.min(events.size(), from + batch)));
        }
        assertThat(ORGANIZATIONS.known())
                .isEqualTo(
                        IntStream.range(0, expected.size()).boxed().collect(toMap(n -> new UUID(0, n), expected::get)));
    }

    @Provide
    Arbitrary<List<Life>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 10), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Life::new)
                .list();
    }

    /** States of one organisation, at the end of which it may leave and the topic may forget all of it but the tombstone. */
    record Life(int states, boolean leaves, boolean forgotten) {

        long end() {
            return leaves ? -(states + 1) : states;
        }

        List<Received<OrganizationChanged>> events(UUID id) {
            var events = new ArrayList<Received<OrganizationChanged>>();
            for (long revision = 1; revision <= states; revision++) {
                events.add(received(id, World.state(id, revision)));
            }
            if (leaves) {
                if (forgotten) {
                    events.clear();
                } else {
                    events.add(received(id, World.removed(id, states + 1)));
                }
                events.add(Received.tombstone(UUID.randomUUID(), id.toString(), Instant.EPOCH, states + 1));
            }
            return events;
        }

        private static Received<OrganizationChanged> received(UUID id, OrganizationChanged body) {
            return new Received<>(UUID.randomUUID(), id.toString(), Instant.EPOCH, body);
        }
    }
}
