package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/** Who may change a group: the secretariat and the organisation that owns it. */
@ApplicationScoped
class GroupRights {

    private final Caller caller;

    GroupRights(Caller caller) {
        this.caller = caller;
    }

    void mustChange(Group group) {
        mustSpeakFor(group.owner());
    }

    /** Only the secretariat gives a group to somebody else. */
    void mustSpeakFor(UUID owner) {
        if (!isSecretariat() && caller.organization().filter(owner::equals).isEmpty()) {
            throw new NotYours();
        }
    }

    boolean isSecretariat() {
        return caller.is(Roles.SECRETARIAT);
    }
}
