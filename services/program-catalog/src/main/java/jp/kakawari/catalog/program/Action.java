package jp.kakawari.catalog.program;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a host may do with its program, as {@code allowedActions} tells it. */
public enum Action {
    REVISE,
    PUBLISH,
    CLOSE,
    COMPLETE,
    REPORT,
    REMOVE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
