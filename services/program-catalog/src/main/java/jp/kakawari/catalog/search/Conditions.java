package jp.kakawari.catalog.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The WHERE of a search, with its parameters; only what was asked for stands in it, so that indexes can serve it. */
final class Conditions {

    private static final String FIRST_DAY = "date '0001-01-01'";
    private static final String LAST_DAY = "date '9999-12-31'";

    private final List<String> conditions = new ArrayList<>(List.of("p.state = 'PUBLISHED'"));
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    static Conditions of(ProgramQuery query, LocalDate today) {
        Conditions where = new Conditions();
        if (query.hasWords()) {
            where.add("p.search @@ (select search_query(:q))", "q", query.q());
        }
        where.addIf(
                "p.prefectures @> array[cast(:prefecture as text)]",
                "prefecture",
                query.prefecture() == null ? null : query.prefecture().value());
        where.addIf(
                "p.municipalities @> array[cast(:municipality as text)]",
                "municipality",
                query.municipality() == null ? null : query.municipality().value());
        where.addIf("p.themes @> array[cast(:theme as text)]", "theme", query.theme());
        where.addIf("p.activities @> array[cast(:activity as text)]", "activity", query.activity());
        where.addIf("p.types @> array[cast(:type as text)]", "type", query.type());
        where.addIf("p.languages @> array[cast(:language as text)]", "language", query.language());
        where.addIf(
                "p.mode = :mode",
                "mode",
                query.mode() == null ? null : query.mode().name());
        where.addIf(
                "p.relation_class = :relationClass",
                "relationClass",
                query.relationClass() == null ? null : query.relationClass().name());
        where.addIf("p.funding_source = :fundingSource", "fundingSource", query.fundingSource());
        where.addIf("p.fee_yen <= :maxFee", "maxFee", query.maxFeeYen());
        where.addIf("p.ends_on - p.starts_on + 1 >= :minDays", "minDays", query.minDays());
        where.addIf("coalesce(p.ends_on, " + LAST_DAY + ") >= :from", "from", query.from());
        where.addIf("coalesce(p.starts_on, " + FIRST_DAY + ") <= :to", "to", query.to());
        where.addIf("p.open_to @> array[cast(:openTo as uuid)]", "openTo", query.openTo());
        if (query.openToAll()) {
            where.conditions.add("p.open_to = '{}'");
        }
        if (query.paid()) {
            where.conditions.add("p.wage_yen > 0");
        }
        if (query.openNow()) {
            where.conditions.add("(p.application_opens is null or p.application_opens <= now())");
            where.conditions.add("(p.application_closes is null or p.application_closes > now())");
            where.add("coalesce(p.ends_on, " + LAST_DAY + ") >= :today", "today", today);
        }
        return where;
    }

    Conditions and(String condition, Map<String, Object> more) {
        Conditions both = new Conditions();
        both.conditions.clear();
        both.conditions.addAll(conditions);
        both.conditions.add(condition);
        both.parameters.putAll(parameters);
        both.parameters.putAll(more);
        return both;
    }

    private void addIf(String condition, String name, Object value) {
        if (value != null) {
            add(condition, name, value);
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    String sql() {
        return String.join("\n  and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
