package jp.kakawari.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/** An organisation, or the secretariat for it, says what it can do and whom to ask (プロフィールの更新), knowing what it replaces. */
@ApplicationScoped
class WriteProfile {

    private final Organizations organizations;
    private final Contacts contacts;
    private final ShowOrganizations showing;
    private final ActiveMembers active;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    WriteProfile(
            Organizations organizations,
            Contacts contacts,
            ShowOrganizations showing,
            ActiveMembers active,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.organizations = organizations;
        this.contacts = contacts;
        this.showing = showing;
        this.active = active;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    OrganizationView write(UUID id, ProfileRequest request, String ifMatch) {
        Organization organization = organizations.held(id).orElseThrow(NotFound::new);
        mustWrite(organization);
        ETags.mustMatch(ifMatch, organization.revision());
        request.check();
        organization.write(request, contacts.seal(id, request.contact()), clock.instant());
        organizations.flush(organization);
        if (organization.state().isPublic()) {
            outbox.append(organization.told());
        }
        return showing.view(organization);
    }

    /** An applicant may still mend its application; a member is one as long as it is active. */
    private void mustWrite(Organization organization) {
        boolean known = organization.state().isPublic();
        if (caller.is(Roles.SECRETARIAT)) {
            return;
        }
        if (!showing.isItself(organization)) {
            throw known ? new NotYours() : new NotFound();
        }
        if (known) {
            active.mustBeActive(organization.id());
        }
    }
}
