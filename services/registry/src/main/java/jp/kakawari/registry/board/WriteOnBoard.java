package jp.kakawari.registry.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.kakawari.registry.Slug;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;

/**
 * Members of a group open threads, post, change and withdraw what they wrote (投稿・編集・取下げ); its chair and secretariat hide
 * posts with a reason, show them again and close threads (非表示・書込み終了). What a post said before stays readable until it is
 * withdrawn.
 */
@ApplicationScoped
class WriteOnBoard {

    private final Boards boards;
    private final BoardRights rights;
    private final Sealing sealing;
    private final ReadBoard reading;
    private final Clock clock;

    WriteOnBoard(Boards boards, BoardRights rights, Sealing sealing, ReadBoard reading, Clock clock) {
        this.boards = boards;
        this.rights = rights;
        this.sealing = sealing;
        this.reading = reading;
        this.clock = clock;
    }

    @Transactional
    ThreadView open(Slug group, ThreadRequest request) {
        Visitor visitor = rights.visitor(group);
        UUID id = NewId.next();
        BoardThread thread =
                new BoardThread(id, group, visitor.organization(), sealing.seal(id, request.title()), clock.instant());
        boards.add(thread);
        boards.flush();
        post(thread, visitor, request.text());
        return reading.thread(group, id);
    }

    @Transactional
    PostView post(Slug group, UUID thread, PostRequest request) {
        Visitor visitor = rights.visitor(group);
        UUID id = post(boards.heldThread(group, thread).orElseThrow(NotFound::new), visitor, request.text());
        return reading.post(group, thread, id);
    }

    private UUID post(BoardThread thread, Visitor visitor, String text) {
        Instant now = clock.instant();
        thread.take(visitor, now);
        UUID id = NewId.next();
        boards.add(new BoardPost(id, thread.id(), visitor.organization(), sealing.seal(id, text), now));
        boards.flush();
        return id;
    }

    @Transactional
    PostView edit(Slug group, UUID thread, UUID id, PostRequest request, String ifMatch) {
        return change(group, thread, id, (post, visitor) -> {
            ETags.mustMatch(ifMatch, post.revision());
            UUID edit = NewId.next();
            String before = sealing.open(id, post.text());
            post.edit(visitor, sealing.seal(id, request.text()), clock.instant());
            boards.add(new PostEdit(edit, id, sealing.seal(edit, before), clock.instant()));
        });
    }

    @Transactional
    void withdraw(Slug group, UUID thread, UUID id, String ifMatch) {
        change(group, thread, id, (post, visitor) -> {
            ETags.mustMatch(ifMatch, post.revision());
            post.withdraw(visitor, clock.instant());
            boards.forgetEdits(id);
        });
    }

    @Transactional
    PostView hide(Slug group, UUID thread, UUID id, String reason) {
        return change(group, thread, id, (post, visitor) -> post.hide(visitor, reason, clock.instant()));
    }

    @Transactional
    PostView show(Slug group, UUID thread, UUID id) {
        return change(group, thread, id, BoardPost::show);
    }

    @Transactional
    ThreadView close(Slug group, UUID id) {
        return changeThread(group, id, (thread, visitor) -> thread.close(visitor, clock.instant()));
    }

    @Transactional
    ThreadView reopen(Slug group, UUID id) {
        return changeThread(group, id, BoardThread::reopen);
    }

    private PostView change(Slug group, UUID thread, UUID id, BiConsumer<BoardPost, Visitor> change) {
        Visitor visitor = rights.visitor(group);
        change.accept(boards.heldPost(group, thread, id).orElseThrow(NotFound::new), visitor);
        boards.flush();
        return reading.post(group, thread, id);
    }

    private ThreadView changeThread(Slug group, UUID id, BiConsumer<BoardThread, Visitor> change) {
        Visitor visitor = rights.visitor(group);
        change.accept(boards.heldThread(group, id).orElseThrow(NotFound::new), visitor);
        boards.flush();
        return reading.thread(group, id);
    }
}
