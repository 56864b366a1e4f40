package jp.kakawari.kpi.tier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jp.kakawari.kpi.figure.Cell;
import jp.kakawari.kpi.period.Period;

/** Counts promotions and demotions from the facts, each time anew. */
@ApplicationScoped
class TierChanges {
    @Inject
    DataSource database;

    /** How many rose and fell; of fewer members than the threshold it is not told. */
    record Row(String scheme, String municipality, Cell promotions, Cell demotions) {}

    List<Row> of(Period year, List<String> municipalities, String scheme, int threshold) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select scheme, municipality,
                               count(*) filter (where promoted), count(distinct membership) filter (where promoted),
                               count(*) filter (where not promoted), count(distinct membership) filter (where not promoted)
                        from tier
                        where changed_on >= ? and changed_on < ? and municipality = any(?) and (?::text is null or scheme = ?)
                        group by scheme, municipality order by scheme, municipality
                        """)) {
            query.setObject(1, year.from());
            query.setObject(2, year.until());
            query.setArray(3, connection.createArrayOf("text", municipalities.toArray()));
            query.setString(4, scheme);
            query.setString(5, scheme);
            List<Row> rows = new ArrayList<>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            row.getString(2),
                            cell(row.getLong(3), row.getLong(4), threshold),
                            cell(row.getLong(5), row.getLong(6), threshold)));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Cell cell(long changes, long members, int threshold) {
        return members > 0 && members < threshold ? Cell.HIDDEN : Cell.of(changes);
    }
}
