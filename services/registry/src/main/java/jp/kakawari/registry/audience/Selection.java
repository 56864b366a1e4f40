package jp.kakawari.registry.audience;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A segment as SQL over {@code tie t join supporter s}, with the values of its place holders; in the order of
 * {@code t.supporter} it is read along the tie's key.
 */
public record Selection(String sql, List<Object> values) {

    private static final String OWN = """
            from tie t join supporter s on s.id = t.supporter
            where t.municipality = ? and t.ended_on is null and s.state = 'ACTIVE'
            """;

    private static final String MEMBER =
            " and exists (select from membership m where m.supporter = t.supporter and m.municipality = t.municipality"
                    + " and m.state = 'ACTIVE' and (m.valid_until is null or m.valid_until >= current_date)"
                    + " and m.scheme = ?%s)";

    public static Selection of(String municipality, Segment segment) {
        StringBuilder sql = new StringBuilder(OWN);
        List<Object> values = new ArrayList<>(List.of(municipality));
        if (segment.scheme() != null) {
            sql.append(MEMBER.formatted(segment.tier() == null ? "" : " and m.tier = ?"));
            Stream.of(segment.scheme(), segment.tier())
                    .filter(value -> value != null)
                    .forEach(values::add);
        }
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put(
                " and t.stage = ?",
                segment.stage() == null ? null : segment.stage().name());
        conditions.put(
                " and ? = any(t.origins)",
                segment.origin() == null ? null : segment.origin().name());
        conditions.put(" and ? = any(s.skills)", segment.skill());
        conditions.put(" and ? = any(s.interests)", segment.interest());
        conditions.put(" and ? = any(s.languages)", segment.language());
        conditions.put(" and s.country = ?", segment.country());
        conditions.put(" and s.prefecture = ?", segment.prefecture());
        conditions.forEach((condition, value) -> {
            if (value != null) {
                sql.append(condition);
                values.add(value);
            }
        });
        return new Selection(sql.toString(), List.copyOf(values));
    }

    /** The same with one condition more, which stands in this code. */
    public Selection and(String condition, Object... more) {
        return new Selection(
                sql + " and " + condition,
                Stream.concat(values.stream(), Stream.of(more)).toList());
    }

    /** Its values behind others, for a statement that begins with those. */
    public Object[] after(Object... first) {
        return Stream.concat(Stream.of(first), values.stream()).toArray();
    }

    public Object[] and(Object... more) {
        return Stream.concat(values.stream(), Stream.of(more)).toArray();
    }
}
