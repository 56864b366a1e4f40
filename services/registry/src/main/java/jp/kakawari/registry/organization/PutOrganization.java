package jp.kakawari.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.web.ETags;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The secretariat lists a member organisation or states it anew (会員団体の登録・更新). Saying the same again changes and tells
 * nothing, so a list may be sent whole; a change needs the revision that it replaces.
 */
@ApplicationScoped
class PutOrganization {

    private final Organizations organizations;
    private final Outbox outbox;
    private final Clock clock;

    PutOrganization(Organizations organizations, Outbox outbox, Clock clock) {
        this.organizations = organizations;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    OrganizationView put(UUID id, OrganizationRequest request, String ifMatch) {
        request.check();
        if (request.government() != null && organizations.holdsGovernment(request.governmentCode(), id)) {
            throw new GovernmentTaken(request.governmentCode());
        }
        Optional<Organization> known = organizations.held(id);
        Organization organization = known.orElseGet(() -> new Organization(id));
        long before = organization.revision();
        if (organization.become(request, clock.instant())) {
            if (known.isPresent()) {
                ETags.mustMatch(ifMatch, before);
            } else {
                organizations.persist(organization);
            }
            flush(request);
            outbox.append(organization.told());
        }
        return OrganizationView.of(organization);
    }

    /** Somebody may have been faster: the database has the last word. */
    private void flush(OrganizationRequest request) {
        try {
            organizations.flush();
        } catch (ConstraintViolationException faster) {
            throw "organization_is_one_government".equals(faster.getConstraintName())
                    ? new GovernmentTaken(request.governmentCode())
                    : new RegisteredMeanwhile();
        }
    }
}
