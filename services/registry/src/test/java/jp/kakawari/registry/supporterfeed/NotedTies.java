package jp.kakawari.registry.supporterfeed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.kakawari.registry.staging.Sql;

/** What stands in tie_change against what stands in tie. */
final class NotedTies {

    private NotedTies() {}

    /** Rows that are no rows of an order: unsorted, empty, too long, over their bound, or in each other's range. */
    static List<String> disorder(Connection connection, List<String> towns) throws SQLException {
        return Sql.list(connection, row -> row.getString(1), """
                select municipality || ' ' || changed_in || ' ' || last
                from (select *, lag(last) over (partition by municipality, changed_in order by last) as before from tie_change
                      where municipality = any(?)) c
                where cardinality(supporters) not between 1 and 1000 or last < supporters[cardinality(supporters)]
                   or before >= supporters[1]
                   or supporters <> array(select distinct id from unnest(supporters) as id order by id)""", towns);
    }

    /** Ties that nothing notes. */
    static List<String> unnoted(Connection connection, List<String> towns) throws SQLException {
        return Sql.list(connection, row -> row.getString(1), """
                select municipality || ' ' || supporter
                from (select municipality, changed_in, supporter from tie where municipality = any(?)
                      except
                      select municipality, changed_in, unnest(supporters) from tie_change) missing""", towns);
    }

    /** How many places hold no more, because the tie is gone or was changed again. */
    static long superseded(Connection connection, List<String> towns) throws SQLException {
        return Sql.list(connection, row -> row.getLong(1), """
                select count(*) from tie_change c cross join unnest(c.supporters) as noted (supporter)
                where c.municipality = any(?)
                  and not exists (select from tie t where t.municipality = c.municipality and t.supporter = noted.supporter
                                                      and t.changed_in = c.changed_in)""", towns).getFirst();
    }
}
