package jp.kakawari.registry.supporterfeed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.municipality.TiedSupporterRows;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;

/**
 * A municipality follows what changes among its supporters (更新の追跡). Served are changes older than every transaction that
 * still runs, so whatever is committed later stands behind what was served, and nothing is missed. A page and the record of
 * its reading are one statement.
 */
@ApplicationScoped
class FollowSupporters {

    private static final String CHANGED = "changed_ties(?, cast(? as xid8), ?, ?) t";

    private static final String MODIFIED = "cast(cast(t.changed_in as text) as bigint) as modified";

    private final DataSource database;
    private final TiedSupporterRows rows;
    private final Caller caller;

    FollowSupporters(DataSource database, TiedSupporterRows rows, Caller caller) {
        this.database = database;
        this.rows = rows;
        this.caller = caller;
    }

    /** The next changes, at most so many; each supporter whose data are shown is recorded as read. */
    List<SupporterFeedPage.Item> after(LocalGovernmentCode municipality, Position position, int limit) {
        UUID reader = caller.organization().orElseThrow(NotYours::new);
        return Sql.list(
                database,
                row -> item(row, reader),
                """
                with page as (
                    select %s, t.ended_on is null and s.state = 'ACTIVE' as here, %s
                    from %s join supporter s on s.id = t.supporter),
                recorded as (
                    insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                    select ?, ?, id, ? from page where here)
                select * from page order by modified, id
                """.formatted(TiedSupporterRows.COLUMNS, MODIFIED, CHANGED),
                municipality.value(),
                Long.toString(position.modified()),
                position.id(),
                limit,
                reader,
                caller.subject(),
                Purpose.MUNICIPALITY_FEED.name());
    }

    /**
     * Names the content of a page without reading anybody: rows leave a page and none ever comes into it, so its last place
     * and its length say which they are.
     */
    String tag(LocalGovernmentCode municipality, Position position, int limit) {
        List<Position> places = Sql.list(
                database,
                FollowSupporters::position,
                "select " + MODIFIED + ", t.supporter as id from " + CHANGED + " order by modified, id",
                municipality.value(),
                Long.toString(position.modified()),
                position.id(),
                limit);
        return tag(places.isEmpty() ? Optional.empty() : Optional.of(places.getLast()), places.size());
    }

    static String tag(List<SupporterFeedPage.Item> page) {
        return tag(
                page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().position()), page.size());
    }

    private static String tag(Optional<Position> last, int items) {
        return last.map(at -> at.modified() + "-" + at.id() + "-" + items).orElse("0");
    }

    private SupporterFeedPage.Item item(ResultSet row, UUID reader) throws SQLException {
        Position at = position(row);
        return row.getBoolean("here")
                ? SupporterFeedPage.Item.updated(at, rows.read(row, reader))
                : SupporterFeedPage.Item.deleted(at);
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getLong("modified"), row.getObject("id", UUID.class));
    }
}
