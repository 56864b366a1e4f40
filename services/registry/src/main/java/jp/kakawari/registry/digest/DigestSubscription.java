package jp.kakawari.registry.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A desk that is told what is new. */
@Entity
class DigestSubscription {

    @Id
    private String municipality;

    private UUID id;
    private long revision;

    @Enumerated(EnumType.STRING)
    private Every every;

    private byte[] contacts;
    private Instant coveredUntil;
    private Instant nextAt;

    protected DigestSubscription() {}

    DigestSubscription(String municipality, UUID id, Instant now) {
        this.municipality = municipality;
        this.id = id;
        this.coveredUntil = now;
    }

    void become(Every often, byte[] sealedContacts, Instant now) {
        every = often;
        contacts = sealedContacts;
        nextAt = every.after(now);
        revision++;
    }

    /** What is new since the last time is told now; from then on the next one counts. */
    Instant cover(Instant now) {
        Instant from = coveredUntil;
        coveredUntil = now;
        nextAt = every.after(now);
        return from;
    }

    /** The next one comes at once. */
    void hurry(Instant now) {
        nextAt = now;
        revision++;
    }

    String municipality() {
        return municipality;
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    Every every() {
        return every;
    }

    byte[] contacts() {
        return contacts;
    }

    Instant nextAt() {
        return nextAt;
    }
}
