package jp.kakawari.registry.organization;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What may be done with a member organisation (会員団体に対する操作), as {@code allowedActions} tells it. */
enum MemberAction {
    ADMIT,
    REFUSE,
    SUSPEND,
    REINSTATE,
    LEAVE;

    MemberState target() {
        return switch (this) {
            case ADMIT, REINSTATE -> MemberState.ACTIVE;
            case REFUSE -> MemberState.REFUSED;
            case SUSPEND -> MemberState.SUSPENDED;
            case LEAVE -> MemberState.LEFT;
        };
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
