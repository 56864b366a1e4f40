package jp.kakawari.registry.organization;

import static jp.kakawari.registry.organization.MemberAction.ADMIT;
import static jp.kakawari.registry.organization.MemberAction.LEAVE;
import static jp.kakawari.registry.organization.MemberAction.REFUSE;
import static jp.kakawari.registry.organization.MemberAction.REINSTATE;
import static jp.kakawari.registry.organization.MemberAction.SUSPEND;

import java.util.List;
import jp.kakawari.contracts.registry.OrganizationChanged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The life of a member organisation (会員団体の状態), and what may be done in each state. */
@Schema(description = "APPLIED 申請中, REFUSED 不承認, ACTIVE 会員, SUSPENDED 停止, LEFT 退会")
enum MemberState {
    APPLIED(ADMIT, REFUSE),
    REFUSED(),
    ACTIVE(SUSPEND, LEAVE),
    SUSPENDED(REINSTATE, LEAVE),
    LEFT(ADMIT);

    private final List<MemberAction> allowed;

    MemberState(MemberAction... allowed) {
        this.allowed = List.of(allowed);
    }

    List<MemberAction> allowedActions() {
        return allowed;
    }

    /** Whether it is, or was, a member: only then everybody may know of it. */
    boolean isPublic() {
        return this != APPLIED && this != REFUSED;
    }

    /** Whether it may apply (again). */
    boolean mayApply() {
        return this == REFUSED || this == LEFT;
    }

    boolean mayBecome(MemberState other) {
        return this == other || allowed.stream().anyMatch(action -> action.target() == other);
    }

    static MemberState of(OrganizationChanged.State told) {
        return valueOf(told.name());
    }

    OrganizationChanged.State told() {
        return OrganizationChanged.State.valueOf(name());
    }
}
