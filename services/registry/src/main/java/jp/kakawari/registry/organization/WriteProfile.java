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
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    WriteProfile(
            Organizations organizations,
            Contacts contacts,
            ShowOrganizations showing,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.organizations = organizations;
        this.contacts = contacts;
        this.showing = showing;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    OrganizationView write(UUID id, ProfileRequest request, String ifMatch) {
        Organization organization = organizations.held(id).orElseThrow(NotFound::new);
        if (!caller.is(Roles.SECRETARIAT) && !showing.isItself(organization)) {
            throw organization.state().isPublic() ? new NotYours() : new NotFound();
        }
        ETags.mustMatch(ifMatch, organization.revision());
        request.check();
        organization.write(request, contacts.seal(id, request.contact()), clock.instant());
        organizations.flush(organization);
        if (organization.state().isPublic()) {
            outbox.append(organization.told());
        }
        return showing.view(organization);
    }
}
