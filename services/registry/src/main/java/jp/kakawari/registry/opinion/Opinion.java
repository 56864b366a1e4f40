package jp.kakawari.registry.opinion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a member thinks. Its words are sealed: they may tell who wrote them. */
@Entity
class Opinion {

    @Id
    private UUID id;

    private long revision;
    private String municipality;
    private String scheme;
    private String topic;
    private UUID supporter;

    @Enumerated(EnumType.STRING)
    private OpinionState state;

    private byte[] text;
    private byte[] answer;
    private Instant postedAt;
    private Instant answeredAt;

    protected Opinion() {}

    Opinion(UUID id, Standing standing, String topic, byte[] sealedText, Instant now) {
        this.id = id;
        this.revision = 1;
        this.municipality = standing.municipality();
        this.scheme = standing.scheme();
        this.supporter = standing.supporter();
        this.topic = topic;
        this.state = OpinionState.POSTED;
        this.text = sealedText;
        this.postedAt = now;
    }

    /** As whom somebody says it: a member that this municipality keeps. */
    record Standing(String municipality, String scheme, UUID supporter) {}

    void answer(byte[] sealedAnswer, Instant now) {
        state = OpinionState.ANSWERED;
        answer = sealedAnswer;
        answeredAt = now;
        revision++;
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    String municipality() {
        return municipality;
    }

    String scheme() {
        return scheme;
    }

    String topic() {
        return topic;
    }

    UUID supporter() {
        return supporter;
    }

    OpinionState state() {
        return state;
    }

    byte[] text() {
        return text;
    }

    byte[] answer() {
        return answer;
    }

    Instant postedAt() {
        return postedAt;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
