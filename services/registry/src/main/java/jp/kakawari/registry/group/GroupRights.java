package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/** Who may change a group: the secretariat and the organisation that owns it, while that is active. */
@ApplicationScoped
class GroupRights {

    private final Caller caller;
    private final ActiveMembers active;

    GroupRights(Caller caller, ActiveMembers active) {
        this.caller = caller;
        this.active = active;
    }

    void mustChange(Group group) {
        mustSpeakFor(group.owner());
    }

    /** Only the secretariat gives a group to somebody else. */
    void mustSpeakFor(UUID owner) {
        if (isSecretariat()) {
            return;
        }
        if (!speaksFor(owner)) {
            throw new NotYours();
        }
        active.mustBeActive(owner);
    }

    /** Whether they may at all; an organisation that isn't active is refused when it tries. */
    boolean speaksFor(UUID owner) {
        return isSecretariat() || caller.organization().filter(owner::equals).isPresent();
    }

    boolean isSecretariat() {
        return caller.is(Roles.SECRETARIAT);
    }
}
