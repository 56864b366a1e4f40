package jp.kakawari.registry.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A receiver of a member organisation (通知先) and what it wants to be told. Its secrets are sealed for its id. */
@Entity
class Webhook {

    /** How long what a new secret replaced signs too, so that receivers can change it without losing a notice. */
    static final Duration FORMER_SIGNS_FOR = Duration.ofHours(24);

    enum State {
        /** 送信中 */
        ACTIVE,
        /** 一時停止: what happens meanwhile is not told */
        PAUSED,
        /** 停止: the receiver said 410 Gone, or took nothing for a day */
        DISABLED
    }

    @Id
    private UUID id;

    private long revision;
    private UUID organization;
    private String government;
    private String url;
    private List<String> eventTypes;

    @Enumerated(EnumType.STRING)
    private State state;

    private byte[] secret;
    private byte[] formerSecret;
    private Instant formerUntil;
    private Instant createdAt;
    private Instant updatedAt;

    protected Webhook() {}

    Webhook(UUID id, UUID organization, byte[] secret, Instant now) {
        this.id = id;
        this.organization = organization;
        this.secret = secret;
        this.createdAt = now;
    }

    /** @param of code of the municipality or prefecture that states it, null for others */
    void become(WebhookRequest request, String of, Instant now) {
        government = of;
        url = request.url();
        eventTypes = List.copyOf(request.eventTypes());
        state = request.pauses() ? State.PAUSED : State.ACTIVE;
        updatedAt = now;
        revision++;
    }

    void signWith(byte[] next, Instant now) {
        formerSecret = secret;
        formerUntil = now.plus(FORMER_SIGNS_FOR);
        secret = next;
        updatedAt = now;
        revision++;
    }

    WebhookView view() {
        return new WebhookView(id, revision, url, List.copyOf(eventTypes), state, createdAt, updatedAt);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }
}
