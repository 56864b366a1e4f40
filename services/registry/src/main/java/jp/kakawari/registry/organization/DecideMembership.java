package jp.kakawari.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.oauthclient.WantClients;
import jp.kakawari.web.Caller;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * The secretariat admits, refuses, suspends and reinstates (入会審査・停止・再開); an organisation leaves by itself or is taken
 * off the list (退会). Who is, or was, a member is told in the same transaction, and its client follows what it is now.
 */
@ApplicationScoped
class DecideMembership {

    private final Organizations organizations;
    private final ShowOrganizations showing;
    private final WantClients clients;
    private final Contacts contacts;
    private final Event<CodeForLost> recoveries;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    DecideMembership(
            Organizations organizations,
            ShowOrganizations showing,
            WantClients clients,
            Contacts contacts,
            Event<CodeForLost> recoveries,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.organizations = organizations;
        this.showing = showing;
        this.clients = clients;
        this.contacts = contacts;
        this.recoveries = recoveries;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A code with which an active member that has neither secret nor keys fetches its first one; who has no client gets one.
     * Who gave it out stays on record for the member.
     */
    @Transactional
    ClientCode giveClient(UUID id) {
        Organization organization = organizations.held(id).orElseThrow(NotFound::new);
        if (organization.state() != MemberState.ACTIVE) {
            throw new NotAllowedNow("give-client", organization.state());
        }
        return clients.claim(organization.member())
                .map(ClientCode::new)
                .orElseThrow(() -> new NotAllowedNow("give-client", organization.state()));
    }

    /** A code for a member that lost the secret or keys of its client (紛失), which hold until it takes new ones. Its contact is written to. */
    @Transactional
    ClientCode recoverClient(UUID id, String reason) {
        Organization organization = organizations.held(id).orElseThrow(NotFound::new);
        if (organization.state() != MemberState.ACTIVE) {
            throw new NotAllowedNow("recover-client", organization.state());
        }
        WantClients.Recovery recovery = clients.recover(organization.member(), reason)
                .orElseThrow(() -> new NotAllowedNow("recover-client", organization.state()));
        OffsetDateTime goodFrom = recovery.goodFrom() == null ? null : JapanTime.of(recovery.goodFrom());
        Contact contact = contacts.open(organization);
        if (contact != null && contact.email() != null) {
            recoveries.fire(new CodeForLost(contact.email(), organization.name(), reason, goodFrom));
        }
        return new ClientCode(recovery.code(), goodFrom);
    }

    /** @param reason for refusals and suspensions, else null */
    @Transactional
    OrganizationView decide(UUID id, MemberAction action, String reason) {
        Organization organization = organizations.held(id).orElseThrow(NotFound::new);
        if (!caller.is(Roles.SECRETARIAT) && !showing.isItself(organization)) {
            throw organization.state().isPublic() ? new NotYours() : new NotFound();
        }
        organization.decide(action, reason, clock.instant());
        organizations.flush(organization);
        if (action == MemberAction.ADMIT) {
            clients.admit(organization.member());
        } else {
            clients.follow(organization.member());
        }
        if (organization.state().isPublic()) {
            outbox.append(organization.told());
        }
        return showing.view(organization);
    }
}
