package jp.kakawari.kpi.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.place.Areas;

/** Counts the stored facts for all places at once: a handful of statements, whatever the number of ties. */
@ApplicationScoped
class Facts {
    private static final List<Measure> CLASSES = List.of(
            Measure.DIRECT_CONTRIBUTION,
            Measure.WORK_ON_SITE,
            Measure.TELEWORK,
            Measure.EXCHANGE,
            Measure.HOBBY_CONSUMPTION,
            Measure.VISITING,
            Measure.NON_VISITING);

    private static final Map<Measure, String> FLOWS = Map.of(
            Measure.NEW_TIES, Sql.flow("tie", "since", "not resident"),
            Measure.APPLICATIONS, Sql.flow("application", "submitted_on", "true"),
            Measure.ACCEPTANCES, Sql.flow("application", "accepted_on", "true"),
            Measure.PARTICIPATIONS, Sql.flow("participation", "checked_in_on", "true"));

    @Inject
    DataSource database;

    /** How new the projections are. */
    Freshness freshness() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select coalesce(sum(changes), 0)::bigint, max(last_event_at) from heard");
                var row = query.executeQuery()) {
            row.next();
            return new Freshness(row.getLong(1), row.getObject(2, OffsetDateTime.class));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Everything about these fiscal years, as one moment saw it. */
    @Transactional
    Counts count(List<Period> years) {
        var counts = new Counts(years);
        try (var connection = database.getConnection()) {
            try (var begin = connection.createStatement()) {
                begin.execute("set transaction isolation level repeatable read read only");
            }
            countTies(connection, counts);
            for (Period year : years) {
                for (Measure flow : FLOWS.keySet()) {
                    countFlow(connection, flow, year, counts);
                }
                countParticipants(connection, year, counts);
                countClasses(connection, year, counts);
            }
            return counts;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface Reader {
        void read(ResultSet row, int area) throws SQLException;
    }

    /** Each row begins with the code of the place. */
    private static void each(Connection connection, String sql, Reader reader, Object... parameters)
            throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    reader.read(row, Areas.position(row.getString(1)));
                }
            }
        }
    }

    private static void countTies(Connection connection, Counts counts) throws SQLException {
        long[] ties = counts.of(Key.now(Measure.TIES));
        long[] people = counts.of(Key.now(Measure.PEOPLE));
        each(connection, Sql.TIES, (row, area) -> {
            ties[area] += row.getLong(2);
            people[area] += row.getLong(3);
        });
    }

    private static void countFlow(Connection connection, Measure flow, Period year, Counts counts) throws SQLException {
        List<long[]> months = year.months().stream()
                .map(month -> counts.of(Key.of(flow, month)))
                .toList();
        each(
                connection,
                FLOWS.get(flow),
                (row, area) -> months.get(row.getInt(2))[area] += row.getLong(3),
                year.from(),
                year.until());
        months.forEach(Areas::sumUp);
        counts.addMonths(flow, year);
    }

    private static void countParticipants(Connection connection, Period year, Counts counts) throws SQLException {
        List<Period> periods =
                Stream.concat(year.months().stream(), Stream.of(year)).toList();
        each(
                connection,
                Sql.PARTICIPANTS,
                (row, area) -> {
                    Period period = periods.get(row.getInt(2));
                    counts.of(Key.of(Measure.PARTICIPANTS, period))[area] += row.getLong(3);
                    counts.of(Key.of(Measure.REPEAT_PARTICIPANTS, period))[area] += row.getLong(4);
                },
                year.from(),
                year.until());
    }

    private static void countClasses(Connection connection, Period year, Counts counts) throws SQLException {
        each(
                connection,
                Sql.CLASSES,
                (row, area) -> {
                    for (int i = 0; i < CLASSES.size(); i++) {
                        counts.of(Key.of(CLASSES.get(i), year))[area] += row.getLong(i + 2);
                        counts.of(Key.toDate(CLASSES.get(i), year))[area] += row.getLong(i + 2 + CLASSES.size());
                    }
                },
                year.from(),
                year.until());
    }
}
