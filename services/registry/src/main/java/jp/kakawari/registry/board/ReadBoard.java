package jp.kakawari.registry.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import jp.kakawari.registry.Slug;
import jp.kakawari.registry.board.Boards.Written;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;

/** A member of a group reads its board (掲示板の閲覧): what is hidden without its text, unless they wrote it or moderate. */
@ApplicationScoped
class ReadBoard {

    private final Boards boards;
    private final BoardRights rights;
    private final Sealing sealing;

    ReadBoard(Boards boards, BoardRights rights, Sealing sealing) {
        this.boards = boards;
        this.rights = rights;
        this.sealing = sealing;
    }

    @Transactional
    Page<ThreadView> threads(Slug group, PageRequest page) {
        Visitor visitor = rights.visitor(group);
        return Page.of(boards.threads(group, page), page, ReadBoard::position, () -> boards.countThreads(group))
                .map(thread -> threadView(thread, visitor));
    }

    @Transactional
    ThreadView thread(Slug group, UUID id) {
        Visitor visitor = rights.visitor(group);
        return threadView(boards.thread(group, id).orElseThrow(NotFound::new), visitor);
    }

    @Transactional
    Page<PostView> posts(Slug group, UUID thread, PageRequest page) {
        Visitor visitor = rights.visitor(group);
        var of = boards.thread(group, thread).orElseThrow(NotFound::new);
        return Page.of(
                        boards.posts(thread, page),
                        page,
                        post -> Cursor.of(post.it().id()),
                        () -> of.it().posts())
                .map(post -> postView(post, visitor));
    }

    @Transactional
    PostView post(Slug group, UUID thread, UUID id) {
        Visitor visitor = rights.visitor(group);
        return postView(written(group, thread, id), visitor);
    }

    @Transactional
    Page<EditView> edits(Slug group, UUID thread, UUID id, PageRequest page) {
        Visitor visitor = rights.visitor(group);
        if (!written(group, thread, id).it().isReadBy(visitor)) {
            throw new NotYours();
        }
        return Page.of(boards.edits(id, page), page, edit -> Cursor.of(edit.id()), () -> boards.countEdits(id))
                .map(edit ->
                        new EditView(edit.id(), sealing.open(edit.id(), edit.text()), JapanTime.of(edit.replacedAt())));
    }

    private Written<BoardPost> written(Slug group, UUID thread, UUID id) {
        return boards.post(group, thread, id).orElseThrow(NotFound::new);
    }

    private static Cursor position(Written<BoardThread> thread) {
        return Cursor.of(thread.it().lastPostAt(), thread.it().id());
    }

    private ThreadView threadView(Written<BoardThread> written, Visitor visitor) {
        BoardThread thread = written.it();
        return new ThreadView(
                thread.id(),
                thread.revision(),
                sealing.open(thread.id(), thread.title()),
                new AuthorView(thread.author(), written.author()),
                thread.posts(),
                JapanTime.of(thread.openedAt()),
                JapanTime.of(thread.lastPostAt()),
                JapanTime.of(thread.closedAt()),
                thread.allowedActions(visitor));
    }

    private PostView postView(Written<BoardPost> written, Visitor visitor) {
        BoardPost post = written.it();
        return new PostView(
                post.id(),
                post.revision(),
                new AuthorView(post.author(), written.author()),
                post.state(),
                post.isReadBy(visitor) ? sealing.open(post.id(), post.text()) : null,
                post.hiddenReason(),
                JapanTime.of(post.postedAt()),
                JapanTime.of(post.editedAt()),
                post.allowedActions(visitor));
    }
}
