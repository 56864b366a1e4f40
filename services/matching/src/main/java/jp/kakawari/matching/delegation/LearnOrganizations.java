package jp.kakawari.matching.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.matching.KnownEvents;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows registry.organization.v1, as far as it ends delegations. */
@ApplicationScoped
class LearnOrganizations implements Subscription<OrganizationChanged> {
    private static final String UPSERT = """
            insert into organization (id, revision, state)
            select (b->>'id')::uuid, (b->>'revision')::bigint, b->>'state'
            from jsonb_array_elements(cast(:bodies as jsonb)) b
            order by 1
            on conflict (id) do update set revision = excluded.revision, state = excluded.state
            where excluded.revision > organization.revision
            """;

    @Inject
    EntityManager database;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_ORGANIZATION;
    }

    @Override
    public Class<OrganizationChanged> type() {
        return OrganizationChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<OrganizationChanged>> batch) {
        List<OrganizationChanged> newest =
                Received.newest(batch, OrganizationChanged::id, OrganizationChanged::revision);
        if (!newest.isEmpty()) {
            database.createNativeQuery(UPSERT)
                    .setParameter("bodies", KnownEvents.write(newest))
                    .executeUpdate();
        }
    }
}
