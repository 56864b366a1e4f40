package jp.kakawari.registry.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a consent stands (同意の状態). */
@Schema(name = "ConsentState", description = "GIVEN 同意, REFUSED 不同意, WITHDRAWN 撤回")
public enum ConsentState {
    /** 同意. */
    GIVEN,
    /** 不同意. */
    REFUSED,
    /** 撤回. */
    WITHDRAWN
}
