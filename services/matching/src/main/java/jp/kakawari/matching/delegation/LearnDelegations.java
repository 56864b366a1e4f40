package jp.kakawari.matching.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.matching.KnownEvents;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows registry.delegation.v1; a state that is not newer than the known one changes nothing. */
@ApplicationScoped
class LearnDelegations implements Subscription<DelegationChanged> {
    private static final String UPSERT = """
            insert into delegation (id, revision, state, grantor, intermediary, scopes, valid_from, valid_until)
            select (b->>'id')::uuid, (b->>'revision')::bigint, b->>'state', (b->>'grantor')::uuid,
                   (b->>'intermediary')::uuid, array(select jsonb_array_elements_text(b->'scopes')),
                   (b->>'validFrom')::date, (b->>'validUntil')::date
            from jsonb_array_elements(cast(:bodies as jsonb)) b
            order by 1
            on conflict (id) do update set
                revision = excluded.revision, state = excluded.state, grantor = excluded.grantor,
                intermediary = excluded.intermediary, scopes = excluded.scopes,
                valid_from = excluded.valid_from, valid_until = excluded.valid_until
            where excluded.revision > delegation.revision
            """;

    @Inject
    EntityManager database;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_DELEGATION;
    }

    @Override
    public Class<DelegationChanged> type() {
        return DelegationChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<DelegationChanged>> batch) {
        List<DelegationChanged> newest = Received.newest(batch, DelegationChanged::id, DelegationChanged::revision);
        if (!newest.isEmpty()) {
            database.createNativeQuery(UPSERT)
                    .setParameter("bodies", KnownEvents.write(newest))
                    .executeUpdate();
        }
    }
}
