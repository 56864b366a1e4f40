package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Groups as whoever asks sees them (グループの表示): with what they themselves may do, and their history for who may change them. */
@ApplicationScoped
class ShowGroups {

    private final GroupRights rights;
    private final GroupSteps steps;

    ShowGroups(GroupRights rights, GroupSteps steps) {
        this.rights = rights;
        this.steps = steps;
    }

    /** In a list, without its history. */
    GroupView listed(Group group) {
        return GroupView.of(group, rights.speaksFor(group.owner()) ? group.allowedActions() : List.of(), null);
    }

    GroupView one(Group group) {
        return rights.speaksFor(group.owner())
                ? GroupView.of(group, group.allowedActions(), steps.of(group.code()))
                : GroupView.of(group, List.of(), null);
    }
}
