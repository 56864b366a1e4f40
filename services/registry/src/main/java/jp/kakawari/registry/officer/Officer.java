package jp.kakawari.registry.officer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.web.InvalidBody;

/** Somebody who holds an office of a municipality (役職) for a term, which stays as history when it is over. */
@Entity
class Officer {

    @Id
    private UUID id;

    private long revision;
    private String municipality;

    @Enumerated(EnumType.STRING)
    private OfficerRole role;

    private byte[] name;
    private boolean published;
    private String title;
    private LocalDate termFrom;
    private LocalDate termUntil;
    private String training;
    private LocalDate trainingCompletedOn;
    private Instant updatedAt;

    protected Officer() {}

    Officer(UUID id, String municipality) {
        this.id = id;
        this.municipality = municipality;
    }

    /** Takes over what the municipality says; the office itself stays what it was. */
    void become(OfficerRequest request, byte[] sealedName, Instant now) {
        if (role != null && role != request.role()) {
            throw new InvalidBody().at("/role", "of an appointment stays", "役職は変更できません。任期を終えて任命し直してください");
        }
        role = request.role();
        name = sealedName == null ? null : sealedName.clone();
        published = request.published();
        title = request.title();
        termFrom = request.termFrom();
        termUntil = request.termUntil();
        training = request.training();
        trainingCompletedOn = request.trainingCompletedOn();
        updatedAt = now;
        revision++;
    }

    OfficerRequest stated(String openedName) {
        return new OfficerRequest(
                role, openedName, published, title, termFrom, termUntil, training, trainingCompletedOn);
    }

    OfficerState on(LocalDate day) {
        if (termFrom.isAfter(day)) {
            return OfficerState.PLANNED;
        }
        return termUntil != null && termUntil.isBefore(day) ? OfficerState.EXPIRED : OfficerState.ACTIVE;
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    String municipality() {
        return municipality;
    }

    byte[] sealedName() {
        return name == null ? null : name.clone();
    }

    boolean published() {
        return published;
    }
}
