package jp.kakawari.registry.supporter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.registry.stage.StagePolicy;

/** A supporter and a municipality (関わり). It is changed through its supporter only. */
@Entity
@IdClass(Tie.Key.class)
class Tie {

    record Key(String municipality, UUID supporter) {}

    @Id
    private String municipality;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "supporter")
    private Supporter supporter;

    private List<String> origins;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private int stagePolicy;
    private LocalDate since;
    private boolean resident;
    private LocalDate lastActiveOn;
    private boolean mailConsent;
    private LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private EndedBy endedBy;

    private String affiliation;
    private String referrer;
    private byte[] contentHash;

    @Column(insertable = false, updatable = false)
    private String sourceSystem;

    protected Tie() {}

    Tie(Supporter supporter, String municipality, StagePolicy policy, LocalDate today) {
        this.supporter = supporter;
        this.municipality = municipality;
        this.stage = policy.stageFor(0);
        this.stagePolicy = policy.version();
        this.since = today;
        this.origins = List.of();
    }

    /** Takes over what is wished; an ended tie goes on. */
    void follow(TieRequest wish) {
        origins = wish.origins().stream().map(Origin::name).distinct().toList();
        mailConsent = wish.mailConsent();
        endedOn = null;
        endedBy = null;
    }

    void end(LocalDate today, EndedBy by) {
        endedBy = by;
        endedOn = today.isBefore(since) ? since : today;
        mailConsent = false;
    }

    /** Ends, and keeps of the synced row no more than its number, by which the next list is known to bring it back. */
    void forget(LocalDate today) {
        contentHash = null;
        affiliation = null;
        referrer = null;
        if (active()) {
            end(today, EndedBy.PERSON);
        }
    }

    void refuseMail() {
        mailConsent = false;
    }

    void residence(String home) {
        resident = municipality.equals(home);
    }

    boolean active() {
        return endedOn == null;
    }

    /** Whether it is a municipality's own word (名簿による関わり). */
    boolean isListed() {
        return MemberNumber.SOURCE.equals(sourceSystem);
    }

    String municipality() {
        return municipality;
    }

    String affiliation() {
        return affiliation;
    }

    String referrer() {
        return referrer;
    }

    TieRequest wish() {
        return TieRequest.of(municipality, origins, mailConsent);
    }

    SupporterChanged.Tie told() {
        return new SupporterChanged.Tie(municipality, origins, stage, since, resident, lastActiveOn, mailConsent);
    }
}
