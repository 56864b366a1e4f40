package jp.kakawari.registry.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.web.JapanTime;
import org.hibernate.annotations.BatchSize;

/** What organisations agreed on. It binds nobody who has not accepted, and opens nothing outside its dates. */
@Entity
class Agreement {

    @Id
    private UUID id;

    private long revision;

    @Enumerated(EnumType.STRING)
    private AgreementType type;

    private String name;
    private List<String> shares;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private LocalDate endedOn;
    private Instant concludedAt;
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "agreement_party", joinColumns = @JoinColumn(name = "agreement"))
    @BatchSize(size = 256)
    private Set<Party> parties = new HashSet<>();

    protected Agreement() {}

    Agreement(UUID id, AgreementRequest request) {
        this.id = id;
        this.type = request.type();
        this.name = request.name();
        this.shares = request.shares().stream().map(SharedData::name).sorted().toList();
        this.validFrom = request.validFrom();
        this.validUntil = request.validUntil();
        request.parties().forEach(party -> parties.add(new Party(party)));
    }

    /** That party accepts; with the last one it is concluded. */
    void accept(UUID organization, String government, LocalDate today, Instant now) {
        mustAllow("accept", organization, today);
        party(organization).orElseThrow().accept(government, now);
        if (parties.stream().allMatch(party -> party.acceptedAt() != null)) {
            concludedAt = now;
        }
        changed(now);
    }

    /** Any party ends it, from today on; one that refuses a proposal ends that too. */
    void end(UUID organization, LocalDate today, Instant now) {
        mustAllow("end", organization, today);
        endedOn = today;
        changed(now);
    }

    private void changed(Instant now) {
        updatedAt = now;
        revision++;
    }

    private void mustAllow(String action, UUID organization, LocalDate today) {
        if (!allowedActions(organization, today).contains(action)) {
            throw new NotAllowedForAgreement(action, state(today), allowedActions(organization, today));
        }
    }

    /** What that organisation may do; nothing for who is no party. */
    List<String> allowedActions(UUID organization, LocalDate today) {
        Optional<Party> side = party(organization);
        if (side.isEmpty() || state(today) == AgreementState.ENDED) {
            return List.of();
        }
        List<String> allowed = new ArrayList<>();
        if (side.get().acceptedAt() == null) {
            allowed.add("accept");
        }
        allowed.add("end");
        return allowed;
    }

    AgreementState state(LocalDate today) {
        boolean over = endedOn != null && !today.isBefore(endedOn) || validUntil != null && today.isAfter(validUntil);
        if (over) {
            return AgreementState.ENDED;
        }
        if (concludedAt == null) {
            return AgreementState.PROPOSED;
        }
        return today.isBefore(validFrom) ? AgreementState.CONCLUDED : AgreementState.IN_FORCE;
    }

    /** Whether everybody may know of it. */
    boolean isPublic() {
        return concludedAt != null;
    }

    boolean shares(SharedData data) {
        return shares.contains(data.name());
    }

    Optional<Party> party(UUID organization) {
        return parties.stream()
                .filter(party -> party.organization().equals(organization))
                .findFirst();
    }

    List<String> governments() {
        return parties.stream()
                .flatMap(party -> Stream.ofNullable(party.government()))
                .sorted()
                .toList();
    }

    AgreementView view(UUID asking, LocalDate today) {
        Set<SharedData> shared = EnumSet.noneOf(SharedData.class);
        shares.forEach(data -> shared.add(SharedData.valueOf(data)));
        List<AgreementView.Side> sides = parties.stream()
                .sorted(Comparator.comparing(Party::organization))
                .map(party -> new AgreementView.Side(
                        party.organization(),
                        party.government(),
                        party.acceptedAt() == null ? null : JapanTime.of(party.acceptedAt())))
                .toList();
        return new AgreementView(
                id,
                revision,
                type,
                name,
                sides,
                shared,
                validFrom,
                validUntil,
                state(today),
                allowedActions(asking, today));
    }

    UUID id() {
        return id;
    }
}
