package jp.kakawari.registry.board;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a post said before it was changed (編集履歴). */
@Entity
@Table(name = "board_post_edit")
class PostEdit {

    @Id
    private UUID id;

    private UUID post;
    private byte[] text;
    private Instant replacedAt;

    protected PostEdit() {}

    PostEdit(UUID id, UUID post, byte[] sealedText, Instant now) {
        this.id = id;
        this.post = post;
        this.text = sealedText.clone();
        this.replacedAt = now;
    }

    UUID id() {
        return id;
    }

    byte[] text() {
        return text.clone();
    }

    Instant replacedAt() {
        return replacedAt;
    }
}
