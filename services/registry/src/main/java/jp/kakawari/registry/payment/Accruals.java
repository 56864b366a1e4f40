package jp.kakawari.registry.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What accrued to whom; written only while the scheme's payments are held. */
@ApplicationScoped
class Accruals {

    private static final String COLUMNS =
            "scheme, operator, municipality, revision, payments, payers, amount, accrued, paid_out";

    private final EntityManager database;

    Accruals(EntityManager database) {
        this.database = database;
    }

    /** What a batch adds for a municipality. */
    record Addition(String municipality, long payments, long payers, long amount, BigDecimal accrued) {}

    Accrual add(Payments.Till till, Addition more) {
        return one(database.createNativeQuery("""
                        insert into accrual (%1$s)
                        values (:scheme, :operator, :municipality, 1, :payments, :payers, :amount, :accrued, 0)
                        on conflict (scheme, operator, municipality) do update set
                            revision = accrual.revision + 1,
                            payments = accrual.payments + excluded.payments,
                            payers = accrual.payers + excluded.payers,
                            amount = accrual.amount + excluded.amount,
                            accrued = accrual.accrued + excluded.accrued
                        returning %1$s
                        """.formatted(COLUMNS))
                .setParameter("scheme", till.scheme())
                .setParameter("operator", till.operator())
                .setParameter("municipality", more.municipality())
                .setParameter("payments", more.payments())
                .setParameter("payers", more.payers())
                .setParameter("amount", more.amount())
                .setParameter("accrued", more.accrued())
                .getSingleResult());
    }

    Accrual payOut(Accrual accrual, long yen, LocalDate day) {
        database.createNativeQuery("""
                        insert into payout (scheme, operator, municipality, yen, paid_on)
                        values (:scheme, :operator, :municipality, :yen, :day)
                        """)
                .setParameter("scheme", accrual.scheme())
                .setParameter("operator", accrual.operator())
                .setParameter("municipality", accrual.municipality())
                .setParameter("yen", yen)
                .setParameter("day", day)
                .executeUpdate();
        return one(database.createNativeQuery("""
                        update accrual set paid_out = paid_out + :yen, revision = revision + 1
                        where scheme = :scheme and operator = :operator and municipality = :municipality
                        returning %s
                        """.formatted(COLUMNS))
                .setParameter("scheme", accrual.scheme())
                .setParameter("operator", accrual.operator())
                .setParameter("municipality", accrual.municipality())
                .setParameter("yen", yen)
                .getSingleResult());
    }

    /** Of one operator for all municipalities. */
    List<Accrual> ofOperator(String scheme, UUID operator) {
        return list(database.createNativeQuery("select " + COLUMNS
                        + " from accrual where scheme = :scheme and operator = :operator order by municipality")
                .setParameter("scheme", scheme)
                .setParameter("operator", operator)
                .getResultList());
    }

    /** Of all operators for one municipality. */
    List<Accrual> ofMunicipality(String scheme, String municipality) {
        return list(database.createNativeQuery("select " + COLUMNS
                        + " from accrual where scheme = :scheme and municipality = :municipality order by operator")
                .setParameter("scheme", scheme)
                .setParameter("municipality", municipality)
                .getResultList());
    }

    private static List<Accrual> list(List<?> rows) {
        return rows.stream().map(Accruals::one).toList();
    }

    private static Accrual one(Object found) {
        Object[] row = (Object[]) found;
        return new Accrual(
                (String) row[0],
                (UUID) row[1],
                (String) row[2],
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue(),
                (BigDecimal) row[7],
                ((Number) row[8]).longValue());
    }
}
