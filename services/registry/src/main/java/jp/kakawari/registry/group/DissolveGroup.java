package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.NotFound;

/**
 * The secretariat or its owner dissolves a group, say one that was made by mistake, or takes that back (グループの廃止・取消). Its
 * members and boards are kept; who did it and why is never forgotten.
 */
@ApplicationScoped
class DissolveGroup {

    private final Groups groups;
    private final GroupSteps steps;
    private final GroupRights rights;
    private final ShowGroups showing;
    private final Clock clock;

    DissolveGroup(Groups groups, GroupSteps steps, GroupRights rights, ShowGroups showing, Clock clock) {
        this.groups = groups;
        this.steps = steps;
        this.rights = rights;
        this.showing = showing;
        this.clock = clock;
    }

    @Transactional
    GroupView dissolve(Slug code, String reason) {
        Group group = held(code);
        group.mustStand();
        if (groups.hasCommittees(code)) {
            throw new CommitteesStand();
        }
        group.dissolve(clock.instant());
        return told(group, GroupStep.Action.DISSOLVED, reason);
    }

    /** With its council, if it is a committee, as long as that stands. */
    @Transactional
    GroupView restore(Slug code, String reason) {
        Group group = held(code);
        if (group.parent() != null) {
            groups.held(new Slug(group.parent()))
                    .filter(council -> !council.stands())
                    .ifPresent(council -> {
                        throw new CouncilDissolved();
                    });
        }
        group.restore(clock.instant());
        return told(group, GroupStep.Action.RESTORED, reason);
    }

    private Group held(Slug code) {
        Group group = groups.held(code).orElseThrow(NotFound::new);
        rights.mustChange(group);
        return group;
    }

    private GroupView told(Group group, GroupStep.Action action, String reason) {
        groups.flush();
        steps.add(group.code(), action, reason);
        return showing.one(group);
    }
}
