package jp.kakawari.embedded.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import jp.kakawari.embedded.openapi.Calls.Answer;
import org.junit.jupiter.api.Test;

class ListCostTest {

    private static final List<Optional<Role>> CALLERS =
            List.of(Optional.empty(), Optional.of(Role.MUNICIPALITY), Optional.of(Role.SUPPORTER));
    private static final OptionalLong UNSAID = OptionalLong.empty();

    @Test
    void three_statements_for_many_as_for_one_are_fine() {
        assertThat(costing(rows -> 3).findings(CALLERS)).isEmpty();
        assertThat(costing(rows -> 3).seeingFew(CALLERS)).isEmpty();
    }

    @Test
    void what_costs_one_of_them_more_is_found() {
        ListCost dearForPersons = new ListCost(
                List.of("/things"),
                200,
                (caller, path) -> answer(rows(path), OptionalLong.of(caller.equals(CALLERS.get(2)) ? 4 : 3)));
        assertThat(dearForPersons.findings(CALLERS))
                .singleElement()
                .asString()
                .contains("for hanako 4 times for 5 rows");
    }

    @Test
    void what_costs_more_the_longer_it_is_is_found_for_each_of_them() {
        assertThat(costing(rows -> rows == 1 ? 2 : 3).findings(CALLERS)).hasSize(3);
    }

    @Test
    void who_is_not_told_what_it_costs_is_a_finding() {
        ListCost silent = new ListCost(List.of("/things"), 200, (caller, path) -> answer(rows(path), UNSAID));
        assertThat(silent.findings(CALLERS)).hasSize(3).allMatch(finding -> finding.startsWith("doesn't say to "));
    }

    @Test
    void who_sees_one_row_only_is_named_unless_another_path_shows_more() {
        ListCost reached = new ListCost(
                List.of("/things", "/others"),
                200,
                (caller, path) -> answer(
                        caller.isEmpty() && path.startsWith("/things")
                                        || path.startsWith("/others") && caller.isPresent()
                                ? rows(path)
                                : 1,
                        OptionalLong.of(1)));
        assertThat(reached.seeingFew(CALLERS)).isEmpty();
        ListCost first = new ListCost(
                List.of("/things"),
                200,
                (caller, path) -> answer(caller.isEmpty() ? rows(path) : 1, OptionalLong.of(1)));
        assertThat(first.seeingFew(CALLERS)).containsExactly("hida", "hanako");
    }

    @Test
    void what_always_answers_all_must_be_seen_and_cost_no_more_than_three() {
        ListCost refused = new ListCost(List.of("/things"), 0, (caller, path) -> new Answer(404, "", UNSAID));
        assertThat(refused.seeingFew(CALLERS)).containsExactly("nobody", "hida", "hanako");
        assertThat(refused.findings(CALLERS)).isEmpty();
        ListCost dear = new ListCost(List.of("/things"), 0, (caller, path) -> answer(0, OptionalLong.of(4)));
        assertThat(dear.findings(CALLERS)).hasSize(3);
    }

    @Test
    void a_path_that_is_answered_is_looked_at_rather_than_one_that_is_refused() {
        ListCost dear = new ListCost(
                List.of("/refused", "/empty"),
                0,
                (caller, path) -> path.equals("/empty") ? answer(0, OptionalLong.of(4)) : new Answer(404, "", UNSAID));
        assertThat(dear.seeingFew(CALLERS)).isEmpty();
        assertThat(dear.findings(CALLERS)).hasSize(3);
    }

    private static ListCost costing(LongUnaryOperator statements) {
        return new ListCost(
                List.of("/things"),
                200,
                (caller, path) -> answer(rows(path), OptionalLong.of(statements.applyAsLong(rows(path)))));
    }

    /** Of five there are. */
    private static int rows(String path) {
        return path.endsWith("limit=1") ? 1 : 5;
    }

    private static Answer answer(int rows, OptionalLong statements) {
        String items = String.join(",", Collections.nCopies(rows, "{}"));
        return new Answer(200, "{\"items\": [" + items + "]}", statements);
    }
}
