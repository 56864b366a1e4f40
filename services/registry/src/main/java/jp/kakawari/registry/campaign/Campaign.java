package jp.kakawari.registry.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.audience.Segment;
import jp.kakawari.web.JapanTime;

/** One message to a segment. Once it is scheduled its words stay, and whom it reached it reaches no second time. */
@Entity
class Campaign {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Id
    private UUID id;

    private long revision;
    private String municipality;

    @Enumerated(EnumType.STRING)
    private CampaignKind kind;

    private String event;

    @Enumerated(EnumType.STRING)
    private CampaignState state;

    private String subject;
    private String body;
    private String subjectEn;
    private String bodyEn;
    private String segment;
    private Instant sendAt;
    private UUID createdBy;
    private Instant createdAt;
    private Instant updatedAt;
    private UUID after;
    private boolean gathered;
    private LocalDate sentOn;
    private boolean untold;
    private long tellings;

    protected Campaign() {}

    Campaign(UUID id, String municipality, CampaignKind kind, String event, UUID createdBy, Instant now) {
        this.id = id;
        this.municipality = municipality;
        this.kind = kind;
        this.event = event;
        this.state = CampaignState.DRAFT;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.after = BEFORE_ALL;
    }

    void write(CampaignRequest request, Instant now) {
        mustAllow("change");
        subject = request.subject();
        body = request.body();
        subjectEn = request.subjectEn();
        bodyEn = request.bodyEn();
        segment = request.segmentOrAll().toJson();
        changed(now);
    }

    void schedule(Instant at, Instant now) {
        mustAllow("schedule");
        sendAt = at == null || at.isBefore(now) ? now : at;
        state = CampaignState.SCHEDULED;
        changed(now);
    }

    /** What the mail server has not yet heard of is sent to nobody. */
    void cancel(Instant now) {
        mustAllow("cancel");
        untold = state == CampaignState.SENDING;
        state = CampaignState.CANCELLED;
        changed(now);
    }

    /** Goes through all of them once more: whoever was reached already is not reached again. */
    void sendAgain(Instant now) {
        if (state == CampaignState.CANCELLED) {
            throw new NotAllowedForCampaign("send", state);
        }
        state = CampaignState.SCHEDULED;
        sendAt = now;
        after = BEFORE_ALL;
        gathered = false;
        changed(now);
    }

    private void mustAllow(String action) {
        if (!state.allowedActions().contains(action)) {
            throw new NotAllowedForCampaign(action, state);
        }
    }

    private void changed(Instant now) {
        revision++;
        updatedAt = now;
    }

    CampaignView view(CampaignView.Counts counts) {
        return new CampaignView(
                id,
                revision,
                kind,
                event,
                state,
                state.allowedActions(),
                subject,
                body,
                subjectEn,
                bodyEn,
                Segment.parse(segment),
                sendAt == null ? null : JapanTime.of(sendAt),
                createdBy,
                JapanTime.of(createdAt),
                counts);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    CampaignState state() {
        return state;
    }
}
