package jp.kakawari.registry.duplicatesearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.likeness.SyntheticPeople;
import jp.kakawari.registry.person.Pair;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * How many of the people who stand in the lists twice are found, and how many pairs are proposed in vain. Ten thousand
 * people; with {@code -Dkakawari.people=100000} more, for the figures of the README.
 */
@QuarkusTest
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ManyPeopleTest {

    private static final Logger LOG = Logger.getLogger(ManyPeopleTest.class);
    private static final int PEOPLE = Integer.getInteger("kakawari.people", 10_000);
    private static final int ONE_IN = 100;

    @Inject
    DataSource database;

    @Inject
    DuplicateWorld world;

    @Inject
    IndexLikeness indexing;

    @Inject
    FindDuplicates finding;

    @Inject
    PersonalData personalData;

    @Inject
    BlindIndex index;

    @Test
    void most_who_stand_there_twice_are_found_and_few_who_do_not() throws SQLException {
        SyntheticPeople people = new SyntheticPeople(20);
        List<Personal> known = people.people(PEOPLE);
        Set<Pair> twice = new HashSet<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < PEOPLE; i++) {
                enter(new UUID(7, i), known.get(i), connection);
                if (i % ONE_IN == 0) {
                    enter(new UUID(8, i), people.again(known.get(i)), connection);
                    twice.add(new Pair(new UUID(7, i), new UUID(8, i)));
                }
            }
            connection.commit();
        }
        double indexed = perSecond(indexing::run, PEOPLE + twice.size());
        double compared = perSecond(finding::run, PEOPLE + twice.size());

        Set<Pair> found = new HashSet<>();
        world.query("select a, b from duplicate_candidate").forEach(row -> found.add(pair((Object[]) row)));
        Set<Pair> right = new HashSet<>(found);
        right.retainAll(twice);
        double recall = (double) right.size() / twice.size();
        double precision = (double) right.size() / found.size();
        LOG.infof(
                "%d people, %d twice: precision %.3f, recall %.3f; %.0f indexed and %.0f compared a second",
                PEOPLE, twice.size(), precision, recall, indexed, compared);
        assertThat(recall).isGreaterThanOrEqualTo(0.9);
        assertThat(precision).isGreaterThanOrEqualTo(0.9);
    }

    private interface Work {
        boolean run(BooleanSupplier mayGoOn);
    }

    private static double perSecond(Work work, int people) {
        long begun = System.nanoTime();
        assertThat(work.run(() -> true)).isTrue();
        return people / (Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
    }

    private void enter(UUID id, Personal personal, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into supporter (id, revision, state, kind, subject_key, personal)
                values (?, 1, 'ACTIVE', 'PERSON', ?, ?)""")) {
            statement.setObject(1, id);
            statement.setString(2, index.subjectKey(id, personal));
            statement.setBytes(3, personalData.seal(id, personal));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent)
                values ('152056', ?, 'CATCH', 1, current_date, false, false)""")) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    private static Pair pair(Object[] row) {
        return new Pair((UUID) row[0], (UUID) row[1]);
    }
}
