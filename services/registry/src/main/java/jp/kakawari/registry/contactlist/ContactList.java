package jp.kakawari.registry.contactlist;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.audience.Segment;
import jp.kakawari.web.JapanTime;

/** What a list of addresses is for. It is never changed: another purpose is another list. */
@Entity
class ContactList {

    @Id
    private UUID id;

    private String municipality;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String purpose;
    private String segment;
    private Instant expiresAt;
    private UUID madeBy;
    private String madeBySubject;
    private Instant madeAt;

    protected ContactList() {}

    ContactList(UUID id, String municipality, ContactListRequest request, UUID madeBy, String subject, Instant now) {
        this.id = id;
        this.municipality = municipality;
        this.channel = request.channel();
        this.purpose = request.purpose();
        this.segment = request.segmentOrAll().toJson();
        this.expiresAt = request.expiresAt().toInstant();
        this.madeBy = madeBy;
        this.madeBySubject = subject;
        this.madeAt = now;
    }

    void mustNotBeExpired(Instant now) {
        if (isExpired(now)) {
            throw new ContactListExpired();
        }
    }

    private boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    ContactListView view(Instant now) {
        return new ContactListView(
                id,
                channel,
                purpose,
                segment(),
                JapanTime.of(expiresAt),
                isExpired(now),
                madeBy,
                madeBySubject,
                JapanTime.of(madeAt),
                isExpired(now) ? List.of() : List.of("take-out"));
    }

    Channel channel() {
        return channel;
    }

    Segment segment() {
        return Segment.parse(segment);
    }
}
