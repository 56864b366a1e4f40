package jp.kakawari.registry.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;

/** Sums over a municipality's own ties. It sees each of these people anyway, so no sum is withheld from it. */
@ApplicationScoped
class OwnCounts {

    /** More would be no table any more, but a list of spellings. */
    private static final int MOST_VALUES = 1000;

    private final EntityManager database;

    OwnCounts(EntityManager database) {
        this.database = database;
    }

    SupportersBy by(LocalGovernmentCode municipality, SupportersBy.Attribute attribute) {
        List<?> rows = database.createNativeQuery("""
                        select %1$s, count(*), sum(count(*)) over ()
                        from tie t join supporter s on s.id = t.supporter
                        where t.municipality = :municipality and t.ended_on is null and s.state = 'ACTIVE'
                        group by %1$s order by 2 desc, 1 nulls last limit :most""".formatted(attribute.column()))
                .setParameter("municipality", municipality.value())
                .setParameter("most", MOST_VALUES)
                .getResultList();
        List<SupportersBy.Count> counts = rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SupportersBy.Count((String) row[0], ((Number) row[1]).longValue()))
                .toList();
        long all = rows.isEmpty() ? 0 : ((Number) ((Object[]) rows.getFirst())[2]).longValue();
        return new SupportersBy(municipality.value(), attribute, all, counts);
    }
}
