package jp.kakawari.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.oauthclient.WantClients;
import jp.kakawari.web.ETags;

/**
 * The secretariat lists a member organisation or states it anew (会員団体の登録・更新). Saying the same again changes and tells
 * nothing, so a list may be sent whole; a change needs the revision that it replaces, and another state must be one that
 * the present one allows.
 */
@ApplicationScoped
class PutOrganization {

    private final Organizations organizations;
    private final ShowOrganizations showing;
    private final WantClients clients;
    private final Outbox outbox;
    private final Clock clock;

    PutOrganization(
            Organizations organizations, ShowOrganizations showing, WantClients clients, Outbox outbox, Clock clock) {
        this.organizations = organizations;
        this.showing = showing;
        this.clients = clients;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    OrganizationView put(UUID id, OrganizationRequest request, String ifMatch) {
        MemberDetails details = request.member();
        details.check();
        if (details.government() != null && organizations.holdsGovernment(details.governmentCode(), id)) {
            throw new GovernmentTaken(details.governmentCode());
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
            organizations.flush(organization);
            clients.follow(organization.member());
            outbox.append(organization.told());
        }
        return showing.view(organization);
    }
}
