package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.scheme.HoldScheme;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;

/**
 * A scheme ends with all its memberships (制度の終了), or a municipality hands its part over to another one (引き継ぎ): in one
 * transaction, each membership told. Who the members are, the other one learns only from those who agree anew.
 */
@ApplicationScoped
class EndScheme {

    private final HoldScheme schemes;
    private final EntityManager database;
    private final Clock clock;

    EndScheme(HoldScheme schemes, EntityManager database, Clock clock) {
        this.schemes = schemes;
        this.database = database;
        this.clock = clock;
    }

    /** Answers how many memberships ended. */
    @Transactional
    long close(Caller caller, SchemeCode scheme) {
        schemes.close(scheme, caller.government().orElseThrow(NotYours::new));
        long ended = change(
                caller,
                scheme,
                "SCHEME_CLOSED",
                """
                update membership
                set state = 'ENDED', ended_on = greatest(joined_on, cast(:today as date)), ended_because = 'SCHEME_CLOSED',
                    changes_here = changes_here + 1, revision = revision + 1, updated_at = now()
                where scheme = :scheme and state in ('ACTIVE', 'PENDING')
                """,
                Map.of("today", LocalDate.now(clock).toString()));
        tell(scheme);
        return ended;
    }

    /** Answers how many memberships the other municipality keeps now besides its own. */
    @Transactional
    long handOver(Caller caller, SchemeCode scheme, String to) {
        String from = caller.government().orElseThrow(NotYours::new);
        schemes.handOver(scheme, from, to);
        long moved = change(caller, scheme, "HANDED_OVER", """
                update membership
                set municipality = :to, listed_hash = null, revision = revision + 1, updated_at = now()
                where scheme = :scheme and municipality = :from and ended_because is distinct from 'ERASED'
                """, Map.of("from", from, "to", to));
        tell(scheme);
        return moved;
    }

    private long change(Caller caller, SchemeCode scheme, String action, String update, Map<String, Object> values) {
        Query query = database.createNativeQuery("with changed as (" + update + """
                         returning id, policy, tier)
                        insert into membership_history (membership, action, done_by, organization, policy, tier_after)
                        select id, :action, 'ORGANIZATION', cast(:organization as uuid), policy, tier from changed
                        """)
                .setParameter("scheme", scheme.value())
                .setParameter("action", action)
                .setParameter(
                        "organization",
                        caller.organization().map(UUID::toString).orElseThrow(NotYours::new));
        values.forEach(query::setParameter);
        return query.executeUpdate();
    }

    /** What this transaction changed of the scheme, but for applications, of which nobody was told. */
    private void tell(SchemeCode scheme) {
        database.createNativeQuery("""
                        insert into outbox (topic, key, ce_type, ce_subject, body)
                        select 'registry.membership.v1', cast(m.id as text), 'jp.kakawari.registry.membership-changed.v1',
                               cast(m.id as text), s.body
                        from membership m join membership_state s on s.id = m.id
                        where m.scheme = :scheme and m.updated_at = now() and m.number is not null
                        order by m.id
                        """).setParameter("scheme", scheme.value()).executeUpdate();
    }
}
