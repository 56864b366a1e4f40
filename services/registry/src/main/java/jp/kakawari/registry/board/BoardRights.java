package jp.kakawari.registry.board;

import jakarta.enterprise.context.ApplicationScoped;
import jp.kakawari.registry.Slug;
import jp.kakawari.registry.group.GroupStanding;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;

/** Who may come to a board: active member organisations of the group. Not even the platform's secretariat, unless it is one. */
@ApplicationScoped
class BoardRights {

    private final Caller caller;
    private final GroupStanding standing;

    BoardRights(Caller caller, GroupStanding standing) {
        this.caller = caller;
        this.standing = standing;
    }

    Visitor visitor(Slug group) {
        var organization = caller.organization().orElseThrow(NotYours::new);
        return new Visitor(organization, standing.roleIn(group, organization));
    }
}
