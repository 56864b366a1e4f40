package jp.kakawari.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.kakawari.web.Caller;

/**
 * Who may act as a member organisation (会員団体): whom the registry knows must be an active member; of whom it was never told,
 * the word of the token is taken.
 */
@ApplicationScoped
public class ActiveMembers {

    private final Organizations organizations;
    private final Caller caller;

    ActiveMembers(Organizations organizations, Caller caller) {
        this.organizations = organizations;
        this.caller = caller;
    }

    /** Refuses an organisation that is known and no active member (403, organization-inactive). */
    public void mustBeActive(UUID organization) {
        if (organizations.isInactive(organization)) {
            throw new OrganizationInactive();
        }
    }

    /** The same of the organisation that the caller belongs to. */
    public void callerMustBeActive() {
        caller.organization().ifPresent(this::mustBeActive);
    }

    /** Whether it is known, an active member and of a type whose client is an intermediary (中間支援組織). */
    public boolean isActiveIntermediary(UUID organization) {
        return organizations
                .findByIdOptional(organization)
                .map(Organization::member)
                .filter(member -> member.active() && member.isIntermediary())
                .isPresent();
    }
}
