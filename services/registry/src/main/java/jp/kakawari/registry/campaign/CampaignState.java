package jp.kakawari.registry.campaign;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a campaign stands, and what may be done with it. */
@Schema(description = "DRAFT 下書き, SCHEDULED 予約済み, SENDING 配信中, SENT 配信済み, CANCELLED 中止")
enum CampaignState {
    DRAFT("change", "schedule", "cancel"),
    SCHEDULED("cancel"),
    SENDING("cancel"),
    SENT(),
    CANCELLED();

    private final List<String> allowed;

    CampaignState(String... allowed) {
        this.allowed = List.of(allowed);
    }

    List<String> allowedActions() {
        return allowed;
    }
}
