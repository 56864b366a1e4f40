package jp.kakawari.kpi.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import jp.kakawari.kpi.figure.Cell;
import jp.kakawari.kpi.period.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Counts moves from one step of a ladder to another, each time anew. */
@ApplicationScoped
class LadderMoves {
    private static final Comparator<Row> BY_DAY = Comparator.comparing(Row::municipality)
            .thenComparing(row ->
                    row.days() == null ? LocalDate.MIN : row.days().getFirst().on());

    @Inject
    DataSource database;

    /**
     * How many went from one step to another within the year.
     *
     * @param days for the municipality itself only, which told them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LadderTransition", description = "段階の移動")
    record Row(
            @Schema(examples = "242161") String municipality,

            @Schema(description = "absent where it was their first step", examples = "exchange")
            String from,

            @Schema(examples = "relation") String to,
            Cell moves,

            @Schema(description = "移動日ごと: only for the municipality itself")
            List<Day> days) {}

    /** So many on one day. */
    @Schema(name = "LadderDay")
    record Day(
            @Schema(examples = "2026-10-01") LocalDate on,
            @Schema(examples = "1") long moves) {}

    private record Step(String municipality, String from, String to) {
        static Step of(ResultSet row) throws SQLException {
            return new Step(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    /**
     * Of {@code own} exact, by day and in the order of the days; of the others what fewer people than the threshold did is not
     * told, nor what came first.
     */
    List<Row> of(Period year, List<String> municipalities, Set<String> own, int threshold) {
        Map<Step, List<Day>> days = own.isEmpty() ? Map.of() : days(year, own);
        List<Row> rows = query("""
                select municipality, former, step, count(*), count(distinct supporter)
                from ladder
                where state = 'MADE' and moved_on >= ? and moved_on < ? and municipality = any(?)
                group by municipality, former, step order by municipality, former nulls first, step
                """, year, municipalities, row -> {
            Step step = Step.of(row);
            boolean hidden = !own.contains(step.municipality()) && row.getLong(5) < threshold;
            return new Row(
                    step.municipality(),
                    step.from(),
                    step.to(),
                    hidden ? Cell.HIDDEN : Cell.of(row.getLong(4)),
                    days.get(step));
        });
        return rows.stream().sorted(BY_DAY).toList();
    }

    private Map<Step, List<Day>> days(Period year, Set<String> own) {
        Map<Step, List<Day>> days = new HashMap<>();
        query(
                """
                select municipality, former, step, moved_on, count(*)
                from ladder
                where state = 'MADE' and moved_on >= ? and moved_on < ? and municipality = any(?)
                group by municipality, former, step, moved_on order by moved_on
                """,
                year,
                own,
                row -> days.computeIfAbsent(Step.of(row), step -> new ArrayList<>())
                        .add(new Day(row.getObject(4, LocalDate.class), row.getLong(5))));
        return days;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Period year, Collection<String> municipalities, Reading<T> reading) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, year.from());
            query.setObject(2, year.until());
            query.setArray(3, connection.createArrayOf("text", municipalities.toArray()));
            List<T> rows = new ArrayList<>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.of(row));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
