package jp.kakawari.registry.supporterfeed;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import jp.kakawari.registry.staging.Sql;

/**
 * Takes out of a municipality's feed what is passed over because the tie was changed again. Only what is committed is looked
 * at, and a tie never goes back to an earlier change: a follower sees the same before, meanwhile and after.
 */
@ApplicationScoped
public class TidyFeed {

    private static final int SECONDS = 600;

    private final DataSource database;

    TidyFeed(DataSource database) {
        this.database = database;
    }

    /** All of them, each in a transaction of its own; what fails waits for the next night. */
    @Scheduled(
            cron = "${kakawari.registry.feeds-tidied-at}",
            timeZone = "Asia/Tokyo",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidyAll() {
        for (String municipality :
                Sql.list(database, row -> row.getString(1), "select distinct municipality from tie_change")) {
            try {
                QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> tidy(municipality));
            } catch (RuntimeException failed) {
                Log.warnf(failed, "the feed of %s is tidied another night", municipality);
            }
        }
    }

    private void tidy(String municipality) {
        try (Connection connection = database.getConnection()) {
            tidy(connection, municipality);
        } catch (SQLException failed) {
            throw new IllegalStateException("a feed could not be tidied", failed);
        }
    }

    /**
     * After a list that did so much, in the connection's transaction: what concerns no more than a tenth of the ties waits for
     * the night. Looks at no more ties than that takes.
     */
    public void tidyAfter(Connection connection, String municipality, long done) throws SQLException {
        boolean due = Sql.list(
                        connection, row -> row.getBoolean(1), """
                        with town as (
                            select count(*) as ties
                            from (select from tie where municipality = ? order by supporter limit ?) looked_at)
                        select case when ties < ? then
                            (select sum(cardinality(supporters)) from tie_change where municipality = ?) * 10 > ties * 11 end
                        from town""", municipality, done * 10, done * 10, municipality)
                .getFirst();
        if (due) {
            tidy(connection, municipality);
        }
    }

    /**
     * In the connection's transaction; whoever finds another one at it leaves it to them. The planner can't know how much a row
     * holds: it must not ask for each tie by itself.
     */
    void tidy(Connection connection, String municipality) throws SQLException {
        List<Boolean> alone = Sql.list(connection, row -> row.getBoolean(1), """
                select pg_try_advisory_xact_lock(hashtextextended('feed ' || ?, 0)),
                       set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)""", municipality);
        if (alone.getFirst()) {
            Sql.run(connection, """
                    with counted as materialized (
                        select c.changed_in, c.last, count(*) as noted,
                               array_agg(t.supporter order by t.supporter) filter (where t.supporter is not null) as standing
                        from tie_change c cross join unnest(c.supporters) as noted (supporter)
                             left join tie t on t.municipality = c.municipality and t.supporter = noted.supporter
                                            and t.changed_in = c.changed_in
                        where c.municipality = ?
                        group by c.changed_in, c.last),
                    emptied as (
                        delete from tie_change c using counted
                        where c.municipality = ? and c.changed_in = counted.changed_in and c.last = counted.last
                          and counted.standing is null)
                    update tie_change c set supporters = counted.standing
                    from counted
                    where c.municipality = ? and c.changed_in = counted.changed_in and c.last = counted.last
                      and cardinality(counted.standing) < counted.noted""", municipality, municipality, municipality);
        }
    }
}
