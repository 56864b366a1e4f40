package jp.kakawari.registry.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jp.kakawari.japan.Prefecture;

/** Sums over ties that are of use to a prefecture: active, and of people who live elsewhere. */
@ApplicationScoped
class TieCounts {

    private final EntityManager database;

    TieCounts(EntityManager database) {
        this.database = database;
    }

    SupporterCounts of(Prefecture prefecture) {
        Object[] row = (Object[]) database.createNativeQuery("""
                        select count(distinct coalesce(s.counted_as, s.subject_key)) filter (where s.kind = 'PERSON'),
                               count(*) filter (where s.kind = 'PERSON'),
                               count(distinct s.id) filter (where s.kind = 'ORGANIZATION')
                        from tie t join supporter s on s.id = t.supporter
                        where t.municipality between :first and :last
                          and t.ended_on is null and not t.resident and s.state = 'ACTIVE'
                        """)
                .setParameter("first", prefecture.number() + "0000")
                .setParameter("last", prefecture.number() + "9999")
                .getSingleResult();
        return SupporterCounts.of(
                prefecture,
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue());
    }
}
