package jp.kakawari.catalog.vocabulary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The words that programs are described with; {@code themes} are open, the rest is controlled. */
@ApplicationScoped
public class Vocabulary {

    private final Session database;

    @Inject
    Vocabulary(Session database) {
        this.database = database;
    }

    /** What the controlled words of a sheet mean: those nobody knows, and the program types that the others imply. */
    public record Reading(Set<String> unknown, List<String> impliedTypes) {}

    /** Reads the activities (活動) and scheme types (事業類型) of a sheet in one query. */
    public Reading read(List<String> activities, List<String> schemeTypes) {
        List<Tuple> known = tuples("""
                select word.code, item.list, item.implies, type.position
                from (select 'activities' as list, unnest(cast(?1 as text[])) as code
                      union all
                      select 'scheme-types', unnest(cast(?2 as text[]))) word
                left join code_item item on item.list = word.list and item.code = word.code
                left join code_item type on type.list = 'types' and type.code = item.implies
                order by type.position
                """, activities.toArray(String[]::new), schemeTypes.toArray(String[]::new));
        return new Reading(
                known.stream()
                        .filter(row -> row.get(1) == null)
                        .map(row -> row.get(0, String.class))
                        .collect(Collectors.toCollection(TreeSet::new)),
                known.stream()
                        .filter(row -> row.get(2) != null)
                        .map(row -> row.get(2, String.class))
                        .distinct()
                        .toList());
    }

    /** The themes (テーマ) of what is on offer, most used first: an open list in the words of the regions. */
    List<CodeItem> themes() {
        return tuples("""
                select theme, count(*) from program, unnest(themes) as theme
                where state = 'PUBLISHED' group by theme order by count(*) desc, theme
                """).stream()
                .map(row ->
                        new CodeItem(row.get(0, String.class), row.get(0, String.class), null, row.get(1, Long.class)))
                .toList();
    }

    /** The items of a controlled list in their order; empty when there is no such list. */
    List<CodeItem> items(String list) {
        return tuples("select code, ja, en from code_item where list = ?1 order by position", list).stream()
                .map(row -> new CodeItem(
                        row.get(0, String.class), row.get(1, String.class), row.get(2, String.class), null))
                .toList();
    }

    private List<Tuple> tuples(String sql, Object... parameters) {
        var query = database.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultList();
    }
}
