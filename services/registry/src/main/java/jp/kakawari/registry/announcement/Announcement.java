package jp.kakawari.registry.announcement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.JapanTime;

/** Something that a municipality tells. It is published at once, and may be taken back. */
@Entity
class Announcement {

    @Id
    private UUID id;

    private long revision;
    private String municipality;

    @Enumerated(EnumType.STRING)
    private AnnouncedTo audience;

    private String scheme;
    private String title;
    private String body;
    private String titleEn;
    private String bodyEn;
    private String link;
    private Instant publishedAt;
    private Instant withdrawnAt;
    private UUID createdBy;

    protected Announcement() {}

    Announcement(UUID id, String municipality, UUID createdBy, AnnouncementRequest request, Instant now) {
        this.id = id;
        this.revision = 1;
        this.municipality = municipality;
        this.createdBy = createdBy;
        this.audience = request.audienceOrPublic();
        this.scheme = request.scheme();
        this.title = request.title();
        this.body = request.body();
        this.titleEn = request.titleEn();
        this.bodyEn = request.bodyEn();
        this.link = request.link();
        this.publishedAt = now;
    }

    /** Again, it changes nothing. */
    void withdraw(Instant now) {
        if (withdrawnAt == null) {
            withdrawnAt = now;
            revision++;
        }
    }

    /** As everybody reads it. */
    AnnouncementView view() {
        return view(List.of());
    }

    /** As its municipality does, which may take it back. */
    AnnouncementView ownView() {
        return view(withdrawnAt == null ? List.of("withdraw") : List.of());
    }

    private AnnouncementView view(List<String> allowedActions) {
        return new AnnouncementView(
                id,
                revision,
                municipality,
                audience,
                scheme,
                title,
                body,
                titleEn,
                bodyEn,
                link,
                JapanTime.of(publishedAt),
                withdrawnAt == null ? null : JapanTime.of(withdrawnAt),
                allowedActions);
    }

    UUID id() {
        return id;
    }
}
