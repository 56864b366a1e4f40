package jp.kakawari.kpi.figure;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements of {@link Facts}: each answers for municipalities (six digits), prefectures (two) and the nation (JP). */
final class Sql {
    /** Ties and distinct people. */
    static final String TIES = """
            select municipality, count(*), count(distinct subject) from tie where not resident group by municipality
            union all
            select prefecture, sum(ties), count(*) from (
                select left(municipality, 2) as prefecture, subject, count(*) as ties
                from tie where not resident group by 1, 2) person
            group by prefecture
            union all
            select 'JP', sum(ties), count(*) from (
                select subject, count(*) as ties from tie where not resident group by subject) person
            """;

    /**
     * Participants of each month of a fiscal year, counted from its April as 0, and of all of it as 12; and those of them
     * who took part at least twice up to the end of the same.
     */
    static final String PARTICIPANTS = """
            with taken as (
                select coalesce(known.subject, participation.supporter) as subject, coalesce(municipality, '') as place,
                       case when checked_in_on >= ? then %s else -1 end as month, count(*) as times
                from participation left join supporter known on known.id = participation.supporter
                where checked_in_on < ?
                group by 1, 2, 3),
            placed (place, subject, month, times) as (
                select place, subject, month, times from taken
                union all
                select left(place, 2), subject, month, sum(times) from taken where place <> '' group by 1, 2, 3
                union all
                select 'JP', subject, month, sum(times) from taken group by 2, 3),
            came as (
                select place, subject, month, sum(times) over (partition by place, subject order by month) as ever
                from placed)
            select place, month, count(*), count(*) filter (where ever >= 2)
            from came where month >= 0 group by place, month
            union all
            select place, 12, count(*), count(*) filter (where ever >= 2)
            from (select place, subject, max(ever) as ever from came where month >= 0 group by 1, 2) year
            group by place
            """.formatted(month("checked_in_on"));

    /**
     * People per class, within a fiscal year and ever until its end: each counts once per place, in the first visiting class of what
     * they did there.
     */
    static final String CLASSES =
            """
            with related as (
                select subject, municipality,
                       min(relation_class) filter (where relation_class <= 5 and this_year) as visiting,
                       bool_or(relation_class = 6 and this_year) as non_visiting,
                       min(relation_class) filter (where relation_class <= 5) as visiting_to_date,
                       bool_or(relation_class = 6) as non_visiting_to_date
                from (select subject, municipality, relation_class,
                             occurred_on >= ? as this_year
                      from engagement join tie using (supporter, municipality)
                      where not resident and not rejected and relation_class is not null and occurred_on < ?) done
                group by subject, municipality),
            placed (place, visiting, non_visiting, visiting_to_date, non_visiting_to_date) as (
                select municipality, visiting, non_visiting, visiting_to_date, non_visiting_to_date from related
                union all
                select left(municipality, 2), min(visiting), bool_or(non_visiting),
                       min(visiting_to_date), bool_or(non_visiting_to_date)
                from related group by 1, subject
                union all
                select 'JP', min(visiting), bool_or(non_visiting), min(visiting_to_date), bool_or(non_visiting_to_date)
                from related group by subject)
            select place, %s, %s from placed group by place
            """.formatted(perClass("visiting", "non_visiting"), perClass("visiting_to_date", "non_visiting_to_date"));

    private Sql() {}

    /** Facts per municipality and month of a fiscal year, counted from its April as 0. */
    static String flow(String facts, String day, String condition) {
        return """
                select municipality, %s as month, count(*)
                from (select municipality, %s as day from %s where %s) fact
                where day >= ? and day < ?
                group by 1, 2
                """.formatted(month("day"), day, facts, condition);
    }

    /** Counted from April as 0. */
    private static String month(String day) {
        return "(extract(month from %s) + 8)::int %% 12".formatted(day);
    }

    /** 訪問系 1 to 5, 訪問系 in all, 非訪問系. */
    private static String perClass(String visiting, String nonVisiting) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj("count(*) filter (where %s = %%d)".formatted(visiting)::formatted)
                .collect(Collectors.joining(
                        ", ", "", ", count(%s), count(*) filter (where %s)".formatted(visiting, nonVisiting)));
    }
}
