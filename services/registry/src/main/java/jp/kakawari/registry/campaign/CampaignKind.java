package jp.kakawari.registry.campaign;

import jp.kakawari.registry.audience.Permission;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a campaign is for, and so which consent it needs. */
@Schema(description = "NEWSLETTER 便り, DISASTER_CALL 災害時の呼びかけ, SURVEY アンケートの依頼")
public enum CampaignKind {
    NEWSLETTER(Permission.MAIL, true),
    DISASTER_CALL(Permission.DISASTER_CALL, false),
    SURVEY(Permission.RESEARCH, true);

    private final Permission permission;
    private final boolean capped;

    CampaignKind(Permission permission, boolean capped) {
        this.permission = permission;
        this.capped = capped;
    }

    public Permission permission() {
        return permission;
    }

    /** Whether it counts for the frequency cap, and stops at it. */
    public boolean capped() {
        return capped;
    }
}
