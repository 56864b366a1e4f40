package jp.kakawari.registry.organization;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalReads;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Roles;

/**
 * Shows organisations as the caller may see them (会員団体の閲覧): members to everybody; applications and contacts that are not
 * published to the organisation itself and to the secretariat, whose reads of such contacts are recorded.
 */
@ApplicationScoped
class ShowOrganizations {

    private final Organizations organizations;
    private final Contacts contacts;
    private final PersonalReads reads;
    private final Caller caller;

    ShowOrganizations(Organizations organizations, Contacts contacts, PersonalReads reads, Caller caller) {
        this.organizations = organizations;
        this.contacts = contacts;
        this.reads = reads;
        this.caller = caller;
    }

    @Transactional
    OrganizationView one(UUID id) {
        Organization organization = organizations
                .findByIdOptional(id)
                .filter(known -> known.state().isPublic() || isInsider(known))
                .orElseThrow(NotFound::new);
        return view(organization);
    }

    /** One row more than the page shows, with published contacts only. */
    @Transactional
    List<OrganizationView> page(Organizations.Filter filter, PageRequest page) {
        mustSee(filter);
        return organizations.page(filter, page).stream()
                .map(organization -> OrganizationView.of(
                        organization,
                        organization.contactPublished() ? contacts.open(organization) : null,
                        null,
                        actions(organization)))
                .toList();
    }

    long count(Organizations.Filter filter) {
        return organizations.count(filter);
    }

    /** As the caller sees it, also who has just changed it: whatever shows them the contact is a read of it. */
    @Transactional(MANDATORY)
    OrganizationView view(Organization organization) {
        boolean unseen = organization.contact() != null && !organization.contactPublished();
        if (unseen && caller.is(Roles.SECRETARIAT) && !isItself(organization)) {
            reads.record(Purpose.ORGANIZATION_CONTACT, List.of(organization.id()));
        }
        boolean insider = isInsider(organization);
        return OrganizationView.of(
                organization,
                insider || organization.contactPublished() ? contacts.open(organization) : null,
                insider ? organization.stateReason() : null,
                actions(organization));
    }

    boolean isItself(Organization organization) {
        return caller.organization().filter(organization.id()::equals).isPresent();
    }

    private void mustSee(Organizations.Filter filter) {
        if (!filter.state().isPublic() && !caller.is(Roles.SECRETARIAT)) {
            throw new NotYours();
        }
    }

    private boolean isInsider(Organization organization) {
        return caller.is(Roles.SECRETARIAT) || isItself(organization);
    }

    private List<MemberAction> actions(Organization organization) {
        return organization.state().allowedActions().stream()
                .filter(action ->
                        caller.is(Roles.SECRETARIAT) || action == MemberAction.LEAVE && isItself(organization))
                .toList();
    }
}
