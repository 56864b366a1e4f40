package jp.kakawari.registry.supporterfeed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.municipality.TiedSupporterRows;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;

/**
 * A municipality follows what changes among its supporters (更新の追跡). Served are changes older than every transaction that
 * still runs, so whatever is committed later stands behind what was served, and nothing is missed. A page and the record of
 * its reading are one statement.
 */
@ApplicationScoped
class FollowSupporters {

    private static final String AFTER = """
            where t.municipality = :municipality
              and (t.changed_in, t.supporter) > (cast(:modified as xid8), cast(:id as uuid))
              and t.changed_in < pg_snapshot_xmin(pg_current_snapshot())
            order by t.changed_in, t.supporter limit :limit
            """;

    private static final String MODIFIED = "cast(cast(t.changed_in as text) as bigint) as modified";

    private final EntityManager database;
    private final TiedSupporterRows rows;
    private final Caller caller;

    FollowSupporters(EntityManager database, TiedSupporterRows rows, Caller caller) {
        this.database = database;
        this.rows = rows;
        this.caller = caller;
    }

    /** The next changes, at most so many; each supporter whose data are shown is recorded as read. */
    @Transactional
    List<SupporterFeedPage.Item> after(LocalGovernmentCode municipality, Position position, int limit) {
        UUID reader = caller.organization().orElseThrow(NotYours::new);
        List<?> found = at(municipality, position, limit, """
                        with page as (
                            select %s, t.ended_on is null and s.state = 'ACTIVE' as here, %s
                            from tie t join supporter s on s.id = t.supporter
                            %s),
                        recorded as (
                            insert into personal_read (reader_organization, reader_subject, supporter, purpose)
                            select :reader, :subject, id, :purpose from page where here)
                        select * from page order by modified, id
                        """.formatted(TiedSupporterRows.COLUMNS, MODIFIED, AFTER))
                .setParameter("reader", reader)
                .setParameter("subject", caller.subject())
                .setParameter("purpose", Purpose.MUNICIPALITY_FEED.name())
                .getResultList();
        return found.stream().map(row -> item((Object[]) row, reader)).toList();
    }

    /**
     * Names the content of a page without reading anybody: rows leave a page and none ever comes into it, so its last place
     * and its length say which they are.
     */
    @Transactional
    String tag(LocalGovernmentCode municipality, Position position, int limit) {
        List<?> places = at(
                        municipality, position, limit, "select " + MODIFIED + ", t.supporter as id from tie t " + AFTER)
                .getResultList();
        Optional<Position> last =
                places.isEmpty() ? Optional.empty() : Optional.of(position((Object[]) places.getLast(), 0, 1));
        return tag(last, places.size());
    }

    static String tag(List<SupporterFeedPage.Item> page) {
        return tag(
                page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().position()), page.size());
    }

    private static String tag(Optional<Position> last, int items) {
        return last.map(at -> at.modified() + "-" + at.id() + "-" + items).orElse("0");
    }

    private Query at(LocalGovernmentCode municipality, Position position, int limit, String sql) {
        return database.createNativeQuery(sql)
                .setParameter("municipality", municipality.value())
                .setParameter("modified", Long.toString(position.modified()))
                .setParameter("id", position.id())
                .setParameter("limit", limit);
    }

    private SupporterFeedPage.Item item(Object[] row, UUID reader) {
        Position at = position(row, row.length - 1, 0);
        boolean here = (Boolean) row[row.length - 2];
        return here ? SupporterFeedPage.Item.updated(at, rows.read(row, reader)) : SupporterFeedPage.Item.deleted(at);
    }

    private static Position position(Object[] row, int modified, int id) {
        return new Position(((Number) row[modified]).longValue(), (UUID) row[id]);
    }
}
