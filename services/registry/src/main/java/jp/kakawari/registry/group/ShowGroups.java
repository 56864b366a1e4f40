package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.kakawari.registry.Slug;

/** Groups as whoever asks sees them (グループの表示): with what they themselves may do, and their history for who may change them. */
@ApplicationScoped
class ShowGroups {

    private final Groups groups;
    private final GroupRights rights;
    private final GroupSteps steps;

    ShowGroups(Groups groups, GroupRights rights, GroupSteps steps) {
        this.groups = groups;
        this.rights = rights;
        this.steps = steps;
    }

    /** In a list, without its history; whether a council has committees is asked for a single one only. */
    GroupView listed(Group group) {
        return GroupView.of(group, rights.speaksFor(group.owner()) ? group.allowedActions() : List.of(), null);
    }

    GroupView one(Group group) {
        return rights.speaksFor(group.owner())
                ? GroupView.of(group, allowedNow(group), steps.of(group.code()))
                : GroupView.of(group, List.of(), null);
    }

    private List<String> allowedNow(Group group) {
        List<String> allowed = group.allowedActions();
        return allowed.contains("dissolve") && groups.hasCommittees(new Slug(group.code()))
                ? allowed.stream().filter(action -> !action.equals("dissolve")).toList()
                : allowed;
    }
}
