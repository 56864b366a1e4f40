package jp.kakawari.catalog.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import jp.kakawari.catalog.PrefectureNumber;
import jp.kakawari.catalog.program.Program;
import jp.kakawari.catalog.program.ProgramState;
import jp.kakawari.catalog.program.ProgramView;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Reads on from a change number (変更番号). Numbers become visible in their order, see V6, so that nothing can turn up
 * behind a follower. A prefecture is also told of a program that left it.
 */
@ApplicationScoped
class FollowPrograms {

    private final Session database;

    @Inject
    FollowPrograms(Session database) {
        this.database = database;
    }

    List<FeedPage.Item> after(long changeNumber, PrefectureNumber prefecture, OffsetDateTime updatedSince, int limit) {
        NativeQuery<Object[]> query = database.createNativeQuery(
                """
                select {p.*}, p.change_number as change_number, o.name as host_name
                from program p left join organization o on o.id = p.host
                where p.change_number > :after %s %s
                order by p.change_number
                limit :limit
                """.formatted(
                                prefecture == null ? "" : "and p.told @> array[cast(:prefecture as text)]",
                                updatedSince == null ? "" : "and p.modified >= :since"),
                Object[].class);
        query.addEntity("p", Program.class)
                .addScalar("change_number", Long.class)
                .addScalar("host_name", String.class)
                .setParameter("after", changeNumber)
                .setParameter("limit", limit);
        if (prefecture != null) {
            query.setParameter("prefecture", prefecture.value());
        }
        if (updatedSince != null) {
            query.setParameter("since", updatedSince.toInstant());
        }
        return query.getResultList().stream().map(row -> item(row, prefecture)).toList();
    }

    private static FeedPage.Item item(Object[] row, PrefectureNumber prefecture) {
        ProgramView program = ProgramView.of((Program) row[0], (String) row[2]);
        boolean onOffer = program.state() == ProgramState.PUBLISHED
                && (prefecture == null || program.prefectures().contains(prefecture.value()));
        long changeNumber = (Long) row[1];
        return onOffer
                ? FeedPage.Item.updated(changeNumber, program)
                : FeedPage.Item.deleted(changeNumber, program.id());
    }
}
