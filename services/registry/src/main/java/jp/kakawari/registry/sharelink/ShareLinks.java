package jp.kakawari.registry.sharelink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.web.PageRequest;

/** All links, with how often they were followed. */
@ApplicationScoped
class ShareLinks {

    private static final String LINK = """
            select l.token, l.program, (select coalesce(sum(c.clicks), 0) from share_click c where c.token = l.token)
            from share_link l where l.membership = :membership
            """;

    private final EntityManager database;

    ShareLinks(EntityManager database) {
        this.database = database;
    }

    /** The member's link to that program; an earlier one stays. */
    ShareLinkView keep(String token, UUID membership, UUID program) {
        database.createNativeQuery("""
                        insert into share_link (token, membership, program) values (:token, :membership, :program)
                        on conflict do nothing
                        """)
                .setParameter("token", token)
                .setParameter("membership", membership)
                .setParameter("program", program)
                .executeUpdate();
        return view(database.createNativeQuery(LINK + "and l.program = :program")
                .setParameter("membership", membership)
                .setParameter("program", program)
                .getSingleResult());
    }

    List<ShareLinkView> page(UUID membership, PageRequest page) {
        List<?> rows = database.createNativeQuery(LINK + "and l.program > :after order by l.program limit :fetch")
                .setParameter("membership", membership)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream().map(ShareLinks::view).toList();
    }

    long count(UUID membership) {
        return ((Number) database.createNativeQuery("select count(*) from share_link where membership = :membership")
                        .setParameter("membership", membership)
                        .getSingleResult())
                .longValue();
    }

    /** Counts that somebody followed it; the program to which it leads. */
    Optional<UUID> follow(String token, LocalDate today) {
        List<?> found = database.createNativeQuery("""
                        with link as (select token, program from share_link where token = :token),
                        counted as (
                            insert into share_click (token, day, clicks) select token, :today, 1 from link
                            on conflict (token, day) do update set clicks = share_click.clicks + 1)
                        select program from link
                        """)
                .setParameter("token", token)
                .setParameter("today", today)
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    /** Links of whoever is removed lead nowhere. */
    void forget(@Observes Removal removal) {
        database.createNativeQuery("""
                        delete from share_link where membership in (select id from membership where supporter = :supporter)
                        """)
                .setParameter("supporter", removal.supporter())
                .executeUpdate();
    }

    private static ShareLinkView view(Object found) {
        Object[] row = (Object[]) found;
        return ShareLinkView.of((String) row[0], (UUID) row[1], ((Number) row[2]).longValue());
    }
}
