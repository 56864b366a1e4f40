package jp.kakawari.registry.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.contracts.registry.OrganizationChanged.State;

/** A member organisation (会員団体). */
@Entity
class Organization {

    @Id
    private UUID id;

    private long revision;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;
    private String government;
    private Instant updatedAt;

    protected Organization() {}

    Organization(UUID id) {
        this.id = id;
    }

    /** Takes over what the secretariat says; answers whether that changed anything. */
    boolean become(OrganizationRequest request, Instant now) {
        if (revision > 0 && OrganizationRequest.of(told()).equals(request)) {
            return false;
        }
        state = request.state();
        kind = request.kind();
        name = request.name();
        government = request.governmentCode();
        updatedAt = now;
        revision++;
        return true;
    }

    /** What the other services learn. */
    OrganizationChanged told() {
        return new OrganizationChanged(id, revision, state, kind, name, government);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }
}
