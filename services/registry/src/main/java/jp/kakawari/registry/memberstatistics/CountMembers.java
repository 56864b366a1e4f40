package jp.kakawari.registry.memberstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.registry.Slug;
import jp.kakawari.registry.group.MemberClass;
import jp.kakawari.web.NotFound;

/** Counts active members (会員数), of a group or of the platform, from what they are today: nothing is kept as a number. */
@ApplicationScoped
class CountMembers {

    private record Cell(Kind kind, boolean prefecture, MemberClass memberClass, long members) {}

    private final EntityManager database;

    CountMembers(EntityManager database) {
        this.database = database;
    }

    MemberStatistics all() {
        return statistics(null, cells(database.createNativeQuery("""
                        select kind, coalesce(government like '__000_', false), cast(null as text), count(*)
                        from organization where state = 'ACTIVE' group by 1, 2
                        """).getResultList()));
    }

    MemberStatistics of(Slug group) {
        boolean known = !database.createNativeQuery(
                        "select code from organization_group where code = :group and dissolved_at is null")
                .setParameter("group", group.value())
                .getResultList()
                .isEmpty();
        if (!known) {
            throw new NotFound();
        }
        return statistics(
                group.value(),
                cells(database.createNativeQuery("""
                        select o.kind, coalesce(o.government like '__000_', false), m.member_class, count(*)
                        from group_member m join organization o on o.id = m.organization
                        where m.group_code = :group and o.state = 'ACTIVE' group by 1, 2, 3
                        """)
                        .setParameter("group", group.value())
                        .getResultList()));
    }

    private static List<Cell> cells(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Cell(
                        Kind.valueOf((String) row[0]),
                        (Boolean) row[1],
                        row[2] == null ? null : MemberClass.valueOf((String) row[2]),
                        ((Number) row[3]).longValue()))
                .toList();
    }

    private static MemberStatistics statistics(String group, List<Cell> cells) {
        long members = sum(cells, cell -> true);
        long governments = sum(cells, cell -> cell.kind() == Kind.GOVERNMENT);
        long prefectures = sum(cells, Cell::prefecture);
        return new MemberStatistics(
                group,
                members,
                governments,
                prefectures,
                governments - prefectures,
                members - governments,
                sums(cells, Cell::kind).entrySet().stream()
                        .map(kind -> new MemberStatistics.OfKind(kind.getKey(), kind.getValue()))
                        .toList(),
                group == null
                        ? null
                        : sums(cells, Cell::memberClass).entrySet().stream()
                                .map(one -> new MemberStatistics.OfClass(one.getKey(), one.getValue()))
                                .toList());
    }

    private static long sum(List<Cell> cells, Predicate<Cell> which) {
        return cells.stream().filter(which).mapToLong(Cell::members).sum();
    }

    private static <K extends Comparable<K>> Map<K, Long> sums(List<Cell> cells, Function<Cell, K> by) {
        return cells.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.summingLong(Cell::members)));
    }
}
