package jp.kakawari.registry.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.mail.LinkToken;
import jp.kakawari.registry.mail.MailConfig;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody follows what is announced to them in a reader of feeds (お知らせフィードの購読): under an address that nobody can guess
 * and that works without a login, until they revoke it.
 */
@ApplicationScoped
class SubscribeFeed {

    private final EntityManager database;
    private final Announcements announcements;
    private final MailConfig config;
    private final Clock clock;

    SubscribeFeed(EntityManager database, Announcements announcements, MailConfig config, Clock clock) {
        this.database = database;
        this.announcements = announcements;
        this.config = config;
        this.clock = clock;
    }

    /** @param url told once, when it is made */
    @Schema(name = "FeedSubscription", description = "お知らせフィードの購読; the address is told once")
    record View(
            UUID id,

            @Schema(examples = "https://registry.kakawari.example/v1/announcement-feeds/3q2-7w")
            String url,

            OffsetDateTime createdAt,

            @Schema(description = "revoke 解除", examples = "[\"revoke\"]")
            List<String> allowedActions) {

        static View of(UUID id, String url, Instant createdAt) {
            return new View(id, url, JapanTime.of(createdAt), List.of("revoke"));
        }
    }

    @Transactional
    View subscribe(UUID supporter) {
        LinkToken token = LinkToken.next();
        UUID id = NewId.next();
        Instant now = clock.instant();
        int made = database.createNativeQuery("""
                        insert into feed_token (id, supporter, token, created_at)
                        select :id, id, :token, :now from supporter where id = :supporter and state = 'ACTIVE' for share
                        """)
                .setParameter("id", id)
                .setParameter("token", token.hash())
                .setParameter("now", now)
                .setParameter("supporter", supporter)
                .executeUpdate();
        if (made == 0) {
            throw new NotFound();
        }
        return View.of(id, config.linksAt().resolve(path(token.value())).toString(), now);
    }

    @Transactional
    List<View> of(UUID supporter, PageRequest page) {
        List<?> rows = database.createNativeQuery("""
                        select id, created_at from feed_token where supporter = :supporter and id > :after
                        order by id limit :fetch
                        """)
                .setParameter("supporter", supporter)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> View.of((UUID) row[0], null, (Instant) row[1]))
                .toList();
    }

    long countOf(UUID supporter) {
        return (Long)
                database.createNativeQuery("select count(*) from feed_token where supporter = :supporter", Long.class)
                        .setParameter("supporter", supporter)
                        .getSingleResult();
    }

    @Transactional
    void revoke(UUID supporter, UUID id) {
        int gone = database.createNativeQuery("delete from feed_token where supporter = :supporter and id = :id")
                .setParameter("supporter", supporter)
                .setParameter("id", id)
                .executeUpdate();
        if (gone == 0) {
            throw new NotFound();
        }
    }

    /** What whoever has that address may read. */
    @Transactional
    List<AnnouncementView> read(String token, PageRequest page) {
        List<?> whose = database.createNativeQuery("select supporter from feed_token where token = :token", UUID.class)
                .setParameter("token", new LinkToken(token).hash())
                .getResultList();
        if (whose.isEmpty()) {
            throw new NotFound();
        }
        return announcements.of((UUID) whose.getFirst(), page).stream()
                .map(Announcement::view)
                .toList();
    }

    void forget(@Observes Removal removal) {
        database.createNativeQuery("delete from feed_token where supporter = :supporter")
                .setParameter("supporter", removal.supporter())
                .executeUpdate();
    }

    static String path(String token) {
        return "/v1/announcement-feeds/" + token;
    }
}
