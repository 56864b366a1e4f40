package jp.kakawari.registry.board;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.NotYours;

/** What the members of a group talk about (スレッド). */
@Entity
@Table(name = "board_thread")
class BoardThread {

    @Id
    private UUID id;

    private long revision;
    private String groupCode;
    private UUID author;
    private byte[] title;
    private int posts;
    private Instant openedAt;
    private Instant lastPostAt;
    private Instant closedAt;

    protected BoardThread() {}

    BoardThread(UUID id, Slug group, UUID author, byte[] sealedTitle, Instant now) {
        this.id = id;
        this.groupCode = group.value();
        this.author = author;
        this.title = sealedTitle.clone();
        this.openedAt = now;
        this.lastPostAt = now;
        this.revision = 1;
    }

    /** Another post; refused once it is closed. */
    void take(Visitor visitor, Instant now) {
        must("post", true, visitor);
        posts++;
        lastPostAt = now;
        revision++;
    }

    void close(Visitor visitor, Instant now) {
        must("close", looksAfterIt(visitor), visitor);
        closedAt = now;
        revision++;
    }

    void reopen(Visitor visitor) {
        must("reopen", looksAfterIt(visitor), visitor);
        closedAt = null;
        revision++;
    }

    private boolean looksAfterIt(Visitor visitor) {
        return visitor.moderates() || visitor.wrote(author);
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
        List<String> allowed = new ArrayList<>();
        if (closedAt == null) {
            allowed.add("post");
        }
        if (looksAfterIt(visitor)) {
            allowed.add(closedAt == null ? "close" : "reopen");
        }
        return allowed;
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    UUID author() {
        return author;
    }

    byte[] title() {
        return title.clone();
    }

    int posts() {
        return posts;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant lastPostAt() {
        return lastPostAt;
    }

    Instant closedAt() {
        return closedAt;
    }
}
