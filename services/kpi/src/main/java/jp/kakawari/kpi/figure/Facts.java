package jp.kakawari.kpi.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.kakawari.japan.FiscalYear;
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

    /** Everything about a period, as one moment saw it. */
    @Transactional
    Counts count(Period period) {
        var counts = new Counts();
        try (var connection = database.getConnection()) {
            try (var begin = connection.createStatement()) {
                begin.execute("set transaction isolation level repeatable read read only");
            }
            countTies(connection, counts);
            for (Measure flow : FLOWS.keySet()) {
                countFlow(connection, flow, period, counts);
            }
            countParticipants(connection, period, counts);
            countClasses(connection, period, counts);
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
        long[] ties = counts.of(Measure.TIES);
        long[] people = counts.of(Measure.PEOPLE);
        each(connection, Sql.TIES, (row, area) -> {
            ties[area] += row.getLong(2);
            people[area] += row.getLong(3);
        });
    }

    private static void countFlow(Connection connection, Measure flow, Period period, Counts counts)
            throws SQLException {
        List<long[]> months = counts.months(flow);
        LocalDate firstDay = period.fiscalYear().firstDay();
        each(
                connection,
                FLOWS.get(flow),
                (row, area) -> months.get(row.getInt(2))[area] += row.getLong(3),
                firstDay,
                period.fiscalYear().next().firstDay());
        months.forEach(Areas::sumUp);
    }

    private static void countParticipants(Connection connection, Period period, Counts counts) throws SQLException {
        long[] participants = counts.of(Measure.PARTICIPANTS);
        long[] repeat = counts.of(Measure.REPEAT_PARTICIPANTS);
        each(
                connection,
                Sql.PARTICIPANTS,
                (row, area) -> {
                    participants[area] += row.getLong(2);
                    repeat[area] += row.getLong(3);
                },
                period.from(),
                period.until());
    }

    private static void countClasses(Connection connection, Period period, Counts counts) throws SQLException {
        FiscalYear year = period.fiscalYear();
        each(
                connection,
                Sql.CLASSES,
                (row, area) -> {
                    for (int i = 0; i < CLASSES.size(); i++) {
                        counts.of(CLASSES.get(i))[area] += row.getLong(i + 2);
                        counts.toDate(CLASSES.get(i))[area] += row.getLong(i + 2 + CLASSES.size());
                    }
                },
                year.firstDay(),
                period.until(),
                year.next().firstDay());
    }
}
