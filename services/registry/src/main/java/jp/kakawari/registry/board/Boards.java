package jp.kakawari.registry.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.PageRequest;

/** All threads and posts, with the names of the organisations that wrote them. */
@ApplicationScoped
class Boards {

    private static final String THREADS =
            "select t, o.name from BoardThread t join Organization o on o.id = t.author where t.groupCode = :group";
    private static final String POSTS =
            "select p, o.name from BoardPost p join Organization o on o.id = p.author where p.thread = :thread";

    private final EntityManager database;

    Boards(EntityManager database) {
        this.database = database;
    }

    /** Something with the name of who wrote it. */
    record Written<T>(T it, String author) {}

    void add(Object written) {
        database.persist(written);
    }

    void flush() {
        database.flush();
    }

    Optional<Written<BoardThread>> thread(Slug group, UUID id) {
        return first(
                BoardThread.class, threads(THREADS + " and t.id = :id", group).setParameter("id", id));
    }

    Optional<BoardThread> heldThread(Slug group, UUID id) {
        return database.createQuery("from BoardThread t where t.id = :id and t.groupCode = :group", BoardThread.class)
                .setParameter("id", id)
                .setParameter("group", group.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Those with the latest posts first; one row more than the page shows. */
    List<Written<BoardThread>> threads(Slug group, PageRequest page) {
        String after = page.after().isPresent() ? " and (t.lastPostAt, t.id) < (:at, :id)" : "";
        TypedQuery<Object[]> query = threads(THREADS + after + " order by t.lastPostAt desc, t.id desc", group);
        page.after()
                .ifPresent(cursor -> query.setParameter("at", cursor.instant(0)).setParameter("id", cursor.uuid(1)));
        return all(BoardThread.class, query.setMaxResults(page.fetch()));
    }

    long countThreads(Slug group) {
        return database.createQuery("select count(t) from BoardThread t where t.groupCode = :group", Long.class)
                .setParameter("group", group.value())
                .getSingleResult();
    }

    Optional<Written<BoardPost>> post(Slug group, UUID thread, UUID id) {
        String one = POSTS
                + " and p.id = :id and exists (select 1 from BoardThread t where t.id = p.thread and t.groupCode = :group)";
        return first(BoardPost.class, posts(one, thread).setParameter("id", id).setParameter("group", group.value()));
    }

    Optional<BoardPost> heldPost(Slug group, UUID thread, UUID id) {
        return database.createQuery("""
                        from BoardPost p where p.id = :id and p.thread = :thread
                          and exists (select 1 from BoardThread t where t.id = p.thread and t.groupCode = :group)
                        """, BoardPost.class)
                .setParameter("id", id)
                .setParameter("thread", thread)
                .setParameter("group", group.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** In the order in which they were written; one row more than the page shows. */
    List<Written<BoardPost>> posts(UUID thread, PageRequest page) {
        String after = page.after().isPresent() ? " and p.id > :id" : "";
        TypedQuery<Object[]> query = posts(POSTS + after + " order by p.id", thread);
        page.after().ifPresent(cursor -> query.setParameter("id", cursor.uuid(0)));
        return all(BoardPost.class, query.setMaxResults(page.fetch()));
    }

    /** What a post said before, oldest first; one row more than the page shows. */
    List<PostEdit> edits(UUID post, PageRequest page) {
        String after = page.after().isPresent() ? " and e.id > :id" : "";
        TypedQuery<PostEdit> query = database.createQuery(
                        "from PostEdit e where e.post = :post" + after + " order by e.id", PostEdit.class)
                .setParameter("post", post);
        page.after().ifPresent(cursor -> query.setParameter("id", cursor.uuid(0)));
        return query.setMaxResults(page.fetch()).getResultList();
    }

    long countEdits(UUID post) {
        return database.createQuery("select count(e) from PostEdit e where e.post = :post", Long.class)
                .setParameter("post", post)
                .getSingleResult();
    }

    void forgetEdits(UUID post) {
        database.createQuery("delete from PostEdit e where e.post = :post")
                .setParameter("post", post)
                .executeUpdate();
    }

    private TypedQuery<Object[]> threads(String hql, Slug group) {
        return database.createQuery(hql, Object[].class).setParameter("group", group.value());
    }

    private TypedQuery<Object[]> posts(String hql, UUID thread) {
        return database.createQuery(hql, Object[].class).setParameter("thread", thread);
    }

    private static <T> Optional<Written<T>> first(Class<T> type, TypedQuery<Object[]> query) {
        return all(type, query).stream().findFirst();
    }

    private static <T> List<Written<T>> all(Class<T> type, TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new Written<>(type.cast(row[0]), (String) row[1]))
                .toList();
    }
}
