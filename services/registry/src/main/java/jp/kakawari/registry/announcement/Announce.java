package jp.kakawari.registry.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.digest.NewsOrder;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/** A municipality announces something, and takes it back (お知らせの公開・取下げ). */
@ApplicationScoped
class Announce {

    private final Announcements announcements;
    private final HoldScheme schemes;
    private final ActiveMembers members;
    private final NewsOrder order;
    private final Caller caller;
    private final Clock clock;

    Announce(
            Announcements announcements,
            HoldScheme schemes,
            ActiveMembers members,
            NewsOrder order,
            Caller caller,
            Clock clock) {
        this.announcements = announcements;
        this.schemes = schemes;
        this.members = members;
        this.order = order;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AnnouncementView publish(String municipality, AnnouncementRequest request) {
        members.callerMustBeActive();
        request.check();
        if (request.scheme() != null && !schemes.isRunBy(new SchemeCode(request.scheme()), municipality)) {
            throw new InvalidBody().at("/scheme", "is no scheme of the municipality", "この自治体が運営する制度ではありません");
        }
        order.tell();
        UUID teller = caller.organization().orElseThrow(NotYours::new);
        Announcement announcement = new Announcement(NewId.next(), municipality, teller, request, clock.instant());
        announcements.persist(announcement);
        return announcement.ownView();
    }

    @Transactional
    AnnouncementView withdraw(String municipality, UUID id) {
        Announcement announcement = announcements
                .find("municipality = ?1 and id = ?2", municipality, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
        announcement.withdraw(clock.instant());
        return announcement.ownView();
    }

    @Transactional
    AnnouncementView read(UUID id) {
        return announcements.published(id).map(Announcement::view).orElseThrow(NotFound::new);
    }

    /** Null: of all municipalities. */
    @Transactional
    List<AnnouncementView> published(String municipality, PageRequest page) {
        return announcements.published(municipality, page).stream()
                .map(Announcement::view)
                .toList();
    }

    long countPublished(String municipality) {
        return announcements.countPublished(municipality);
    }

    @Transactional
    List<AnnouncementView> toldBy(String municipality, PageRequest page) {
        return announcements.toldBy(municipality, page).stream()
                .map(Announcement::ownView)
                .toList();
    }

    long countToldBy(String municipality) {
        return announcements.countToldBy(municipality);
    }
}
