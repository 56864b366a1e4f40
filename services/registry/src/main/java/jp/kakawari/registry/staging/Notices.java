package jp.kakawari.registry.staging;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.staging.ListKind.Notice;

/** What there is to look at in a list that is settled, collected in the connection's transaction. */
public final class Notices {

    private final Connection connection;
    private final List<Notice> noticed = new ArrayList<>();

    public Notices(Connection connection) {
        this.connection = connection;
    }

    /**
     * Asks for rows that are to be noticed for that reason, and answers how many there are.
     *
     * @param sql answers one row: how many, and the array of their first lines
     */
    public long look(Reason reason, String sql, Object... parameters) throws SQLException {
        Notice notice = Sql.list(
                        connection,
                        row -> new Notice(reason.code(), row.getLong(1), lines(row.getArray(2)), List.of()),
                        sql,
                        parameters)
                .getFirst();
        if (notice.count() > 0) {
            add(notice);
        }
        return notice.count();
    }

    /**
     * Ends what a snapshot lacks, and notices what stays because it was changed here.
     *
     * @param sql answers one row: how many end, how many stay, and the array of the first numbers of these
     * @return how many end
     */
    public long keep(String sql, Object... parameters) throws SQLException {
        return Sql.list(
                        connection,
                        row -> {
                            if (row.getLong(2) > 0) {
                                add(new Notice(
                                        Reason.CHANGED_AND_NOT_LISTED.code(),
                                        row.getLong(2),
                                        List.of(),
                                        Sql.texts(row, 3)));
                            }
                            return row.getLong(1);
                        },
                        sql,
                        parameters)
                .getFirst();
    }

    private void add(Notice notice) {
        noticed.add(notice);
    }

    public List<Notice> all() {
        return List.copyOf(noticed);
    }

    private static List<Long> lines(Array lines) throws SQLException {
        return lines == null ? List.of() : List.of((Long[]) lines.getArray());
    }
}
