package jp.kakawari.registry.board;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.NotYours;

/** What a member wrote in a thread (投稿). It is changed and withdrawn by its author, hidden and shown by the moderators. */
@Entity
@Table(name = "board_post")
class BoardPost {

    @Id
    private UUID id;

    private long revision;
    private UUID thread;
    private UUID author;
    private byte[] text;
    private Instant postedAt;
    private Instant editedAt;
    private Instant withdrawnAt;
    private Instant hiddenAt;
    private UUID hiddenBy;
    private String hiddenReason;

    protected BoardPost() {}

    BoardPost(UUID id, UUID thread, UUID author, byte[] sealedText, Instant now) {
        this.id = id;
        this.thread = thread;
        this.author = author;
        this.text = sealedText.clone();
        this.postedAt = now;
        this.revision = 1;
    }

    void edit(Visitor visitor, byte[] sealedText, Instant now) {
        must("edit", visitor.wrote(author), visitor);
        text = sealedText.clone();
        editedAt = now;
        revision++;
    }

    /** Its text is gone for good; that there was a post stays. */
    void withdraw(Visitor visitor, Instant now) {
        must("withdraw", visitor.wrote(author), visitor);
        text = null;
        withdrawnAt = now;
        revision++;
    }

    void hide(Visitor visitor, String reason, Instant now) {
        must("hide", visitor.moderates(), visitor);
        hiddenAt = now;
        hiddenBy = visitor.organization();
        hiddenReason = reason;
        revision++;
    }

    void show(Visitor visitor) {
        must("show", visitor.moderates(), visitor);
        hiddenAt = null;
        hiddenBy = null;
        hiddenReason = null;
        revision++;
    }

    private void must(String action, boolean entitled, Visitor visitor) {
        if (!entitled) {
            throw new NotYours();
        }
        if (!allowedActions(visitor).contains(action)) {
            throw new NotAllowedOnBoard(action, allowedActions(visitor));
        }
    }

    List<String> allowedActions(Visitor visitor) {
        boolean own = visitor.wrote(author);
        return switch (state()) {
            case WITHDRAWN -> List.of();
            case VISIBLE ->
                own
                        ? visitor.moderates() ? List.of("edit", "withdraw", "hide") : List.of("edit", "withdraw")
                        : visitor.moderates() ? List.of("hide") : List.of();
            case HIDDEN ->
                own
                        ? visitor.moderates() ? List.of("withdraw", "show") : List.of("withdraw")
                        : visitor.moderates() ? List.of("show") : List.of();
        };
    }

    PostState state() {
        if (withdrawnAt != null) {
            return PostState.WITHDRAWN;
        }
        return hiddenAt != null ? PostState.HIDDEN : PostState.VISIBLE;
    }

    /** Whether that member may read what it says and said. */
    boolean isReadBy(Visitor visitor) {
        return switch (state()) {
            case VISIBLE -> true;
            case HIDDEN -> visitor.moderates() || visitor.wrote(author);
            case WITHDRAWN -> false;
        };
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    UUID thread() {
        return thread;
    }

    UUID author() {
        return author;
    }

    byte[] text() {
        return text == null ? null : text.clone();
    }

    Instant postedAt() {
        return postedAt;
    }

    Instant editedAt() {
        return editedAt;
    }

    String hiddenReason() {
        return hiddenReason;
    }
}
