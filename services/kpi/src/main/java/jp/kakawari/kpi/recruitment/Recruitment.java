package jp.kakawari.kpi.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.kakawari.kpi.figure.Cell;
import jp.kakawari.kpi.figure.Measure;
import jp.kakawari.kpi.figure.Relations;
import jp.kakawari.kpi.figure.Snapshot;
import jp.kakawari.kpi.place.Areas;

/** Groups the people (実人数) of municipalities by how they came, each person once. */
@ApplicationScoped
class Recruitment {
    @Inject
    DataSource database;

    @Inject
    Relations relations;

    /** People who came that way; null: not known. */
    record Row(String municipality, String channel, Cell people) {}

    private record Group(String municipality, String channel, long people) {}

    /** Where the total of a municipality is hidden, so is each of its groups. */
    List<Row> of(List<String> municipalities) {
        Snapshot snapshot = relations.of(null);
        Map<String, List<Group>> byTown = new LinkedHashMap<>();
        groups(municipalities)
                .forEach(group -> byTown.computeIfAbsent(group.municipality(), town -> new ArrayList<>())
                        .add(group));
        List<Row> rows = new ArrayList<>();
        byTown.forEach((town, groups) -> rows.addAll(rows(snapshot, town, groups)));
        return rows;
    }

    private static List<Row> rows(Snapshot snapshot, String town, List<Group> groups) {
        Cell total = snapshot.figures().cell(Measure.PEOPLE, Areas.position(town));
        boolean[] hidden = HideGroups.of(
                groups.stream().map(Group::people).toList(), snapshot.policy().threshold());
        List<Row> rows = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            Group group = groups.get(place);
            rows.add(new Row(
                    town,
                    group.channel(),
                    total.suppressed() || hidden[place] ? Cell.HIDDEN : Cell.of(group.people())));
        }
        return rows;
    }

    private List<Group> groups(List<String> municipalities) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select municipality, channel, count(*)
                        from (select t.municipality, t.subject, min(s.channel) as channel
                              from tie t join supporter s on s.id = t.supporter
                              where not t.resident and t.municipality = any(?)
                              group by t.municipality, t.subject) person
                        group by municipality, channel order by municipality, channel nulls last
                        """)) {
            query.setArray(1, connection.createArrayOf("text", municipalities.toArray()));
            List<Group> groups = new ArrayList<>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    groups.add(new Group(row.getString(1), row.getString(2), row.getLong(3)));
                }
            }
            return groups;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
