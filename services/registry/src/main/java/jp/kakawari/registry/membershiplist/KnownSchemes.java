package jp.kakawari.registry.membershiplist;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kakawari.registry.membershiplist.KnownScheme.Policy;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.registry.staging.Sql;

/** The schemes that a municipality runs, and those of others that its rows name: what they are called and what they promise. */
final class KnownSchemes {

    private final Map<String, KnownScheme> byCode = new LinkedHashMap<>();
    private final Map<String, String> ownNames = new HashMap<>();
    private final Set<String> otherNames = new HashSet<>();

    private KnownSchemes() {}

    /** @param named what stands in the rows, codes or names */
    static KnownSchemes of(String municipality, Collection<String> named, Connection connection) throws SQLException {
        KnownSchemes known = new KnownSchemes();
        List<String> names = List.copyOf(new HashSet<>(named));
        Sql.list(
                connection,
                row -> known.add(row),
                """
                select s.code, s.municipalities @> array[cast(? as text)], s.state = 'OPEN', s.name, coalesce(s.name_kana, ''),
                       coalesce(s.name_en, ''), p.version, p.valid_from, p.valid_months,
                       array_agg(t.code order by t.place), array_agg(t.name order by t.place)
                from scheme s
                join scheme_policy p on p.scheme = s.code
                join scheme_tier t on t.scheme = p.scheme and t.version = p.version
                where s.municipalities @> array[cast(? as text)] or s.code = any(?) or s.name = any(?)
                group by s.code, p.scheme, p.version
                order by s.code, p.version""",
                municipality,
                municipality,
                names.stream().map(SchemeCode::fold).toList(),
                names);
        return known;
    }

    private boolean add(ResultSet row) throws SQLException {
        String code = row.getString(1);
        boolean own = row.getBoolean(2);
        KnownScheme scheme = byCode.get(code);
        if (scheme == null) {
            scheme = new KnownScheme(code, own, row.getBoolean(3), new ArrayList<>());
            byCode.put(code, scheme);
            name(code, own, row.getString(4), row.getString(5), row.getString(6));
        }
        return scheme.policies().add(policy(row));
    }

    /** Two of one's own that share a name are told apart by their codes only. */
    private void name(String code, boolean own, String... names) {
        for (String name : List.of(names).stream().map(Column::key).distinct().toList()) {
            if (!name.isEmpty() && own) {
                ownNames.merge(name, code, (one, other) -> one.equals(other) ? one : "");
            } else if (!name.isEmpty()) {
                otherNames.add(name);
            }
        }
    }

    private static Policy policy(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray(10).getArray();
        String[] names = (String[]) row.getArray(11).getArray();
        Map<String, String> byKey = HashMap.newHashMap(codes.length * 2);
        for (int place = 0; place < codes.length; place++) {
            byKey.put(Column.key(names[place]), codes[place]);
            byKey.put(Column.key(codes[place]), codes[place]);
        }
        return new Policy(
                row.getInt(7), row.getObject(8, LocalDate.class), row.getObject(9, Integer.class), codes[0], byKey);
    }

    /** By its code, or by the name of one of the municipality's own; null for one that there is not. */
    KnownScheme named(String text) {
        KnownScheme byItsCode = byCode.get(SchemeCode.fold(text));
        return byItsCode != null ? byItsCode : byCode.get(ownNames.getOrDefault(Column.key(text), ""));
    }

    /** Whether only others have a scheme of that name. */
    boolean ofOthers(String text) {
        return otherNames.contains(Column.key(text)) && !ownNames.containsKey(Column.key(text));
    }
}
