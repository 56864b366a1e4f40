package jp.kakawari.registry.announcement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.Conditions;
import jp.kakawari.web.PageRequest;

/** All announcements, newest first; what was withdrawn is read by nobody. */
@ApplicationScoped
class Announcements implements PanacheRepositoryBase<Announcement, UUID> {

    /** What somebody may read: of the municipalities of their ties, and of the schemes of which they are a member. */
    private static final String THEIRS = """
            id in (
                select a.id from tie t join announcement a on a.municipality = t.municipality
                where t.supporter = :supporter and t.ended_on is null
                  and a.audience in ('PUBLIC', 'SUPPORTERS') and a.withdrawn_at is null
                union all
                select a.id from membership m join announcement a on a.scheme = m.scheme
                where m.supporter = :supporter and m.state = 'ACTIVE'
                  and (m.valid_until is null or m.valid_until >= current_date) and a.withdrawn_at is null)""";

    /** Of everybody, or of one municipality. */
    List<Announcement> published(String municipality, PageRequest page) {
        return open(municipality).newestById(getEntityManager(), page);
    }

    long countPublished(String municipality) {
        return open(municipality).count(getEntityManager());
    }

    private static Conditions<Announcement> open(String municipality) {
        return standing().where("audience = 'PUBLIC'").whereIs("municipality", municipality);
    }

    private static Conditions<Announcement> standing() {
        return Conditions.on("announcement", Announcement.class).where("withdrawn_at is null");
    }

    Optional<Announcement> published(UUID id) {
        return find("id = ?1 and audience = ?2 and withdrawnAt is null", id, AnnouncedTo.PUBLIC)
                .firstResultOptional();
    }

    List<Announcement> of(UUID supporter, PageRequest page) {
        return standing().where(THEIRS, "supporter", supporter).newestById(getEntityManager(), page);
    }

    List<Announcement> toldBy(String municipality, PageRequest page) {
        return standing().whereIs("municipality", municipality).newestById(getEntityManager(), page);
    }

    long countToldBy(String municipality) {
        return standing().whereIs("municipality", municipality).count(getEntityManager());
    }
}
