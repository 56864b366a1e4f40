package jp.kakawari.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.oauthclient.WantClients;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * Anybody applies for their organisation (入会申請); who has a token already applies for the organisation that it names, also
 * again after a refusal or after having left. Nobody is told until the secretariat has decided. Who has no token is given a
 * code with which it fetches the secret of its client once it is a member.
 */
@ApplicationScoped
class ApplyForMembership {

    private final Organizations organizations;
    private final Contacts contacts;
    private final WantClients clients;
    private final Caller caller;
    private final Clock clock;

    ApplyForMembership(
            Organizations organizations, Contacts contacts, WantClients clients, Caller caller, Clock clock) {
        this.organizations = organizations;
        this.contacts = contacts;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    OrganizationView apply(ApplicationRequest request) {
        request.check();
        request.presented().check();
        MemberDetails details = request.member();
        UUID id = own().orElseGet(NewId::next);
        mustBeOneself(details);
        if (details.government() != null && organizations.holdsGovernment(details.governmentCode(), id)) {
            throw new GovernmentTaken(details.governmentCode());
        }
        Optional<Organization> known = organizations.held(id);
        Organization organization = known.orElseGet(() -> new Organization(id));
        organization.apply(request, contacts.seal(id, request.contact()), clock.instant());
        if (known.isEmpty()) {
            organizations.persist(organization);
        }
        organizations.flush(organization);
        OrganizationView view = OrganizationView.of(organization, request.contact());
        return own().isPresent()
                ? view
                : clients.claim(organization.member()).map(view::withClaimCode).orElse(view);
    }

    /** The secretariat enters what came on paper: never for itself. */
    private Optional<UUID> own() {
        return caller.is(Roles.SECRETARIAT) ? Optional.empty() : caller.organization();
    }

    private void mustBeOneself(MemberDetails details) {
        if (caller.government().isPresent()
                && !caller.government().equals(Optional.ofNullable(details.governmentCode()))) {
            throw new NotYours();
        }
    }
}
