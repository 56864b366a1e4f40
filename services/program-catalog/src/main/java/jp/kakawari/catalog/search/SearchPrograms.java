package jp.kakawari.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kakawari.catalog.program.Program;
import jp.kakawari.catalog.program.ProgramView;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Finds published programs (プログラム検索): one query for a page, one more for the total and one for the facets if asked. */
@ApplicationScoped
class SearchPrograms {

    private final Session database;
    private final Clock clock;

    @Inject
    SearchPrograms(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Hit(ProgramView view, Object position) {
        Cursor cursor() {
            return Cursor.of(position, view.id());
        }
    }

    SearchPage find(ProgramQuery query, PageRequest page) {
        Conditions where = Conditions.of(query, LocalDate.now(clock));
        Page<ProgramView> hits = Page.of(hits(query.order(), where, page), page, Hit::cursor, () -> count(where))
                .map(Hit::view);
        return SearchPage.of(hits, query.facets() ? Facets.of(facetRows(where)) : null);
    }

    private List<Hit> hits(Sort sort, Conditions all, PageRequest page) {
        Conditions where = page.after()
                .map(after -> all.and(sort.after(), Map.of("position", sort.positionOf(after), "id", after.uuid(1))))
                .orElse(all);
        NativeQuery<Object[]> query =
                database.createNativeQuery("""
                select {p.*}, o.name as host_name, %s as position
                from program p left join organization o on o.id = p.host
                where %s
                order by %s
                limit :fetch
                """.formatted(sort.key, where.sql(), sort.order()), Object[].class);
        query.addEntity("p", Program.class).addScalar("host_name", String.class).addScalar("position", sort.type);
        query.setParameter("fetch", page.fetch());
        return rows(query, where).stream()
                .map(row -> new Hit(ProgramView.of((Program) row[0], (String) row[1]), row[2]))
                .toList();
    }

    private long count(Conditions where) {
        var query = database.createNativeQuery("select count(*) from program p where " + where.sql(), Long.class);
        where.parameters().forEach(query::setParameter);
        return query.getSingleResult();
    }

    private List<Object[]> facetRows(Conditions where) {
        return rows(database.createNativeQuery("""
                with hit as materialized (
                    select p.prefectures, p.types, p.mode, p.relation_class, p.themes from program p where %s
                )
                select 'prefectures', code, count(*) from hit, unnest(prefectures) as code group by code
                union all select 'types', code, count(*) from hit, unnest(types) as code group by code
                union all select 'modes', mode, count(*) from hit group by mode
                union all select 'relationClasses', relation_class, count(*) from hit group by relation_class
                union all (select 'themes', code, count(*) from hit, unnest(themes) as code
                           group by code order by count(*) desc, code limit 20)
                order by 3 desc, 2
                """.formatted(where.sql()), Object[].class), where);
    }

    private static List<Object[]> rows(NativeQuery<Object[]> query, Conditions where) {
        where.parameters().forEach(query::setParameter);
        return query.getResultList();
    }
}
