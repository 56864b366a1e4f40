package jp.kakawari.registry.contactpoint;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;

/** Where people ask about a region and are introduced (移住・関係人口総合センター・関係案内所). */
@Entity
class ContactPoint {

    @Id
    private UUID id;

    private long revision;

    @Enumerated(EnumType.STRING)
    private ContactPointKind kind;

    private String name;
    private String government;
    private String location;
    private String address;
    private String hours;
    private String website;
    private List<String> targets;
    private LocalDate closedOn;
    private Instant updatedAt;

    protected ContactPoint() {}

    ContactPoint(UUID id, String government) {
        this.id = id;
        this.government = government;
    }

    void mustServe(Caller caller) {
        if (!serves(caller)) {
            throw new NotYours();
        }
    }

    boolean serves(Caller caller) {
        return caller.isGovernment() && caller.speaksFor(government);
    }

    void become(ContactPointRequest request, Instant now) {
        kind = request.kind();
        name = request.name();
        location = request.location().value();
        address = request.address();
        hours = request.hours();
        website = request.website();
        targets = request.targetCodes();
        closedOn = request.closedOn();
        updatedAt = now;
        revision++;
    }

    ContactPointView view(long referred, Caller reader) {
        return new ContactPointView(
                id,
                revision,
                kind,
                name,
                government,
                location,
                address,
                hours,
                website,
                targets.stream().map(Target::valueOf).toList(),
                closedOn,
                referred,
                serves(reader) ? List.of("change", "refer") : List.of());
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }
}
