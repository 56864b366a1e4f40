package jp.kakawari.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import jp.kakawari.registry.municipality.Withheld;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people are tied to each of some municipalities without living there; 1 to 9 are withheld. */
@ApplicationScoped
class PartyCounts {

    private final EntityManager database;

    PartyCounts(EntityManager database) {
        this.database = database;
    }

    /** One municipality. */
    @Schema(name = "PartyCount", description = "関係人口数; a sum of 1 to 9 is withheld (absent)")
    record Count(
            @Schema(description = "市区町村コード", examples = "212172")
            String municipality,

            @Schema(description = "関係人口数", examples = "3035")
            Long people,

            @Schema(description = "1〜9 のため秘匿した") boolean suppressed) {

        static Count of(String municipality, long people) {
            boolean suppressed = Withheld.is(people);
            return new Count(municipality, suppressed ? null : people, suppressed);
        }
    }

    /** In the order of their codes; prefectures among the codes have no ties of their own. */
    List<Count> of(List<String> municipalities) {
        List<?> rows = database.createNativeQuery("""
                        select m.code, count(s.id)
                        from unnest(:codes) as m (code)
                        left join tie t on t.municipality = m.code and t.ended_on is null and not t.resident
                        left join supporter s on s.id = t.supporter and s.state = 'ACTIVE' and s.kind = 'PERSON'
                        where substring(m.code from 3 for 3) <> '000'
                        group by m.code order by m.code
                        """)
                .setParameter("codes", municipalities.toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> Count.of((String) row[0], ((Number) row[1]).longValue()))
                .toList();
    }
}
