package jp.kakawari.matching.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.kakawari.matching.recommendation.Recommender.Wanted;
import jp.kakawari.matching.recommendation.SampleWorld.Persona;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The yardstick: 30 personas with the programs that a good coordinator would suggest, over the 128 sample programs. */
class PersonasTest {
    private static final Logger LOG = Logger.getLogger(PersonasTest.class);

    private final ProgramIndex index = new ProgramIndex();

    PersonasTest() {
        SampleWorld.programs().forEach(index::put);
    }

    @Test
    void a_good_coordinators_choice_is_among_the_first_five() {
        double hits = 0;
        double reciprocalRanks = 0;
        Map<String, String> story = new TreeMap<>();
        List<Persona> personas = SampleWorld.personas();
        for (Persona persona : personas) {
            int rank = rank(persona);
            hits += rank <= 5 ? 1 : 0;
            reciprocalRanks += 1.0 / rank;
            story.put(persona.id(), persona.difficulty() + " rank " + rank);
        }
        double hitAt5 = hits / personas.size();
        double mrr = reciprocalRanks / personas.size();
        LOG.infof(
                "%d personas over %d programs: hit@5 %.3f, MRR %.3f %s",
                personas.size(), index.size(), hitAt5, mrr, story);
        assertThat(hitAt5)
                .as("share with an expected program in the first five")
                .isGreaterThan(0.86);
        assertThat(mrr).as("mean reciprocal rank of the first expected program").isGreaterThan(0.73);
    }

    private int rank(Persona persona) {
        List<UUID> order = new Recommender(index, Seeker.of(persona.profile()))
                .best(new Wanted(index.size(), null, Set.of(), null)).stream()
                        .map(Recommendation::program)
                        .toList();
        return persona.expected().stream().mapToInt(order::indexOf).min().orElseThrow() + 1;
    }
}
