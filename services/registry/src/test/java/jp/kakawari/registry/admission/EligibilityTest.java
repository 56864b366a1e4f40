package jp.kakawari.registry.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.admission.Eligibility.Counts;
import jp.kakawari.registry.scheme.JoiningRules;
import jp.kakawari.registry.scheme.JoiningRules.Residence;
import jp.kakawari.registry.scheme.Terms;
import jp.kakawari.registry.supporter.Applicant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the rules and whoever asks: who is admitted breaks no rule, and who is refused learns of one that they break. */
class EligibilityTest {

    private static final List<String> TOWNS = List.of("212172", "212181", "204145", "131016");

    @Property
    void nobody_is_admitted_whose_residence_is_excluded_or_not_known(
            @ForAll("towns") List<String> excluded, @ForAll("people") Applicant applicant) {
        boolean admitted =
                admitted(rules(new Residence(excluded, null, null), null, null), applicant, new Counts(0, 0));
        boolean mayLiveThere = !applicant.abroad()
                && excluded.stream()
                        .anyMatch(town -> applicant.home() != null
                                ? town.equals(applicant.home())
                                : applicant.prefecture() == null || town.startsWith(applicant.prefecture()));
        assertThat(admitted).isEqualTo(!mayLiveThere);
    }

    @Property
    void only_residents_are_admitted_where_residence_is_required(
            @ForAll("towns") List<String> required, @ForAll("people") Applicant applicant) {
        boolean admitted =
                admitted(rules(new Residence(null, required, null), null, null), applicant, new Counts(0, 0));
        assertThat(admitted).isEqualTo(!applicant.abroad() && required.contains(String.valueOf(applicant.home())));
    }

    @Property
    void caps_admit_up_to_themselves(@ForAll("few") int ofPerson, @ForAll("few") int ofScheme) {
        Applicant applicant = new Applicant(UUID.randomUUID(), null, null, false, true, false);
        boolean admitted = admitted(rules(null, 3, 5), applicant, new Counts(ofPerson, ofScheme));
        assertThat(admitted).isEqualTo(ofPerson < 3 && ofScheme < 5);
    }

    private static boolean admitted(JoiningRules rules, Applicant applicant, Counts counts) {
        Terms terms = new Terms("x", "f", true, List.of("212172"), 1, List.of("a"), 12, rules, List.of());
        try {
            List<Why> why = new Eligibility(terms, applicant, "212172")
                    .join(new JoinRequest(null, null, null, Map.of()), counts);
            assertThat(why).extracting(Why::outcome).containsOnly(Why.Outcome.PASSED);
            return true;
        } catch (NotEligible refused) {
            return false;
        }
    }

    private static JoiningRules rules(Residence residence, Integer perPerson, Integer members) {
        return new JoiningRules(residence, null, null, null, null, perPerson, members, null, null);
    }

    @Provide
    Arbitrary<List<String>> towns() {
        return Arbitraries.of(TOWNS).list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<Integer> few() {
        return Arbitraries.integers().between(0, 7);
    }

    @Provide
    Arbitrary<Applicant> people() {
        return Combinators.combine(
                        Arbitraries.of(TOWNS).injectNull(0.4),
                        Arbitraries.of("21", "20", "13").injectNull(0.3),
                        Arbitraries.of(true, false))
                .as((home, prefecture, abroad) -> abroad
                        ? new Applicant(UUID.randomUUID(), null, null, true, true, false)
                        : new Applicant(
                                UUID.randomUUID(),
                                home,
                                home == null ? prefecture : home.substring(0, 2),
                                false,
                                true,
                                false));
    }
}
