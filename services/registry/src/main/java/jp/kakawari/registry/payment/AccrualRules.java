package jp.kakawari.registry.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.registry.staging.Sql;

/** All versions of all schemes' rules. */
@ApplicationScoped
class AccrualRules {

    private final EntityManager database;

    AccrualRules(EntityManager database) {
        this.database = database;
    }

    /** Waits until nobody else writes rules, payments or payouts of that scheme. */
    void hold(String scheme) {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) held", Integer.class)
                .setParameter("key", "payments of " + scheme)
                .getSingleResult();
    }

    /** The newest version first. */
    List<AccrualRule> of(String scheme) {
        return after(scheme, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** So many before that version, the newest first. */
    List<AccrualRule> after(String scheme, int version, int fetch) {
        List<?> rows = database.createNativeQuery("""
                        select version, rate, activity, operators, valid_from from accrual_rule
                        where scheme = :scheme and version < :version order by version desc limit :fetch
                        """)
                .setParameter("scheme", scheme)
                .setParameter("version", version)
                .setParameter("fetch", fetch)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(AccrualRules::rule).toList();
    }

    /** Whether any version names that operator. */
    boolean name(String scheme, UUID operator) {
        return database.createNativeQuery(
                        "select exists (select 1 from accrual_rule where scheme = :scheme and :operator = any(operators))",
                        Boolean.class)
                .setParameter("scheme", scheme)
                .setParameter("operator", operator)
                .getSingleResult()
                .equals(true);
    }

    void add(String scheme, AccrualRule rule) {
        database.createNativeQuery("""
                        insert into accrual_rule (scheme, version, rate, activity, operators, valid_from)
                        values (:scheme, :version, :rate, :activity, :operators, :from)
                        """)
                .setParameter("scheme", scheme)
                .setParameter("version", rule.version())
                .setParameter("rate", rule.rate())
                .setParameter("activity", rule.activity().name())
                .setParameter("operators", rule.operators().toArray(UUID[]::new))
                .setParameter("from", rule.validFrom())
                .executeUpdate();
    }

    private static AccrualRule rule(Object[] row) {
        return new AccrualRule(
                ((Number) row[0]).intValue(),
                (BigDecimal) row[1],
                Activity.valueOf((String) row[2]),
                Arrays.asList((UUID[]) row[3]),
                Sql.date(row[4]));
    }
}
