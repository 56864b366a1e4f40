package jp.kakawari.matching.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.matching.KnownEvents;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;

/** The known needs, and the one place that decides who may look for helpers for one of them. */
@ApplicationScoped
public class Needs {
    private static final String UPSERT = """
            insert into need (id, revision, state, municipality, posted_by, body)
            select (b->>'id')::uuid, (b->>'revision')::bigint, b->>'state', known->>'municipality',
                   (known->>'postedBy')::uuid, known
            from jsonb_array_elements(cast(:bodies as jsonb)) b,
                 lateral (select case when b->>'state' = 'POSTED' then b end) kept (known)
            order by 1
            on conflict (id) do update set
                revision = excluded.revision, state = excluded.state, municipality = excluded.municipality,
                posted_by = excluded.posted_by, body = excluded.body
            where excluded.revision > need.revision
            """;

    private static final String FOR_CALLER = """
            select cast(body as text) from need
            where id = :id and state = 'POSTED' and (municipality = :municipality or posted_by = :organization)
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    EntityManager database;

    @Inject
    Caller caller;

    /** Takes over states, at most one of each need. One that is not newer than the known one changes nothing. */
    @Transactional(TxType.MANDATORY)
    public void learn(Collection<NeedChanged> states) {
        database.createNativeQuery(UPSERT)
                .setParameter("bodies", KnownEvents.write(states))
                .executeUpdate();
    }

    /**
     * The need for which the caller looks for helpers: the municipality that it stands in, or the organisation that
     * posted it. To everybody else it doesn't exist.
     */
    @Transactional
    public NeedChanged forCaller(UUID id) {
        List<?> bodies = database.createNativeQuery(FOR_CALLER)
                .setParameter("id", id)
                .setParameter(
                        "municipality",
                        caller.is(Roles.MUNICIPALITY) ? caller.government().orElse("") : "")
                .setParameter("organization", caller.organization().orElse(NOBODY))
                .getResultList();
        return bodies.stream()
                .findFirst()
                .map(body -> KnownEvents.read((String) body, NeedChanged.class))
                .orElseThrow(NeedNotFound::new);
    }
}
