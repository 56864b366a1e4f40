package jp.kakawari.registry.scheme;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;

/**
 * A scheme for those who change its membership: held until the transaction ends, so that caps are never exceeded and numbers
 * follow each other without a gap. Whoever holds a supporter too holds them first.
 */
@ApplicationScoped
public class HoldScheme {

    private static final String PLAIN = "######";
    private static final int AT_ONCE = 10_000;

    private final Schemes schemes;
    private final EntityManager database;
    private final Clock clock;

    HoldScheme(Schemes schemes, EntityManager database, Clock clock) {
        this.schemes = schemes;
        this.database = database;
        this.clock = clock;
    }

    /** The terms in force today. */
    @Transactional(MANDATORY)
    public Terms inForce(SchemeCode code) {
        Scheme scheme = held(code);
        return Terms.of(scheme, scheme.inForce(LocalDate.now(clock)));
    }

    /** The terms of an older version. */
    @Transactional(MANDATORY)
    public Terms version(String code, int version) {
        Scheme scheme = held(new SchemeCode(code));
        return Terms.of(scheme, scheme.version(version));
    }

    /** The next number in the scheme's form that no list gave out already. */
    @Transactional(MANDATORY)
    public String nextNumber(Terms terms) {
        String form = terms.joining() == null || terms.joining().numbers() == null
                ? PLAIN
                : terms.joining().numbers();
        int prefix = form.indexOf('#');
        long last = ((Number) database.createNativeQuery("select last_number from scheme where code = :code")
                        .setParameter("code", terms.scheme())
                        .getSingleResult())
                .longValue();
        List<?> free = List.of();
        for (long from = last + 1; free.isEmpty(); from += AT_ONCE) {
            free = database.createNativeQuery("""
                            select c.n, c.number
                            from (select n, :prefix || lpad(cast(n as text), greatest(:digits, length(cast(n as text))), '0') as number
                                  from generate_series(cast(:first as bigint), cast(:last as bigint)) as n) c
                            where not exists (select from membership m where m.scheme = :code and m.number = c.number)
                            order by c.n limit 1
                            """)
                    .setParameter("prefix", form.substring(0, prefix))
                    .setParameter("digits", form.length() - prefix)
                    .setParameter("first", from)
                    .setParameter("last", from + AT_ONCE - 1)
                    .setParameter("code", terms.scheme())
                    .getResultList();
        }
        Object[] next = (Object[]) free.getFirst();
        database.createNativeQuery("update scheme set last_number = :n where code = :code")
                .setParameter("n", ((Number) next[0]).longValue())
                .setParameter("code", terms.scheme())
                .executeUpdate();
        return (String) next[1];
    }

    /** One of those who run it hands its part over to another municipality. */
    @Transactional(MANDATORY)
    public void handOver(SchemeCode code, String from, String to) {
        Scheme scheme = held(code);
        scheme.mustBeRunBy(from);
        if (from.equals(to)
                || Municipalities.byCode(LocalGovernmentCode.parse(to)).isEmpty()) {
            throw new InvalidBody().at("/to", "must be another municipality of today", "現存する他の市町村のコードを指定してください");
        }
        scheme.handOver(from, to, clock.instant());
    }

    /** Nobody joins any more; those who run it decide so. */
    @Transactional(MANDATORY)
    public void close(SchemeCode code, String municipality) {
        Scheme scheme = held(code);
        scheme.mustBeRunBy(municipality);
        scheme.close(clock.instant());
    }

    /** What cards are good for under a version of the policy; nothing is held for that. */
    @Transactional(MANDATORY)
    public List<Entitlement> entitlements(String code, int version) {
        return schemes.findByIdOptional(code)
                .orElseThrow(NotFound::new)
                .version(version)
                .entitlements();
    }

    /** Whether that municipality is among those who run it. */
    public boolean isRunBy(SchemeCode code, String municipality) {
        return schemes.isRunBy(code, municipality);
    }

    public boolean isKnown(SchemeCode code) {
        return schemes.findByIdOptional(code.value()).isPresent();
    }

    private Scheme held(SchemeCode code) {
        return schemes.held(code).orElseThrow(NotFound::new);
    }
}
