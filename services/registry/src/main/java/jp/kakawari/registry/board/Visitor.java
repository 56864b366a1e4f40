package jp.kakawari.registry.board;

import java.util.UUID;
import jp.kakawari.registry.group.GroupRole;

/** A member organisation on the board of its group, and what it is there. */
record Visitor(UUID organization, GroupRole role) {

    /** Chair and secretariat of the group look after its board. */
    boolean moderates() {
        return role == GroupRole.CHAIR || role == GroupRole.SECRETARIAT;
    }

    boolean wrote(UUID author) {
        return organization.equals(author);
    }
}
