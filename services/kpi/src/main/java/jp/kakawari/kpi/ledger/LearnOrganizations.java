package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows member organisations (会員団体). */
@ApplicationScoped
class LearnOrganizations implements Subscription<OrganizationChanged> {
    private static final String KEEP = """
            insert into organization (id, revision, state, kind, government)
            select id, revision, state, kind, government
            from jsonb_to_recordset(?::jsonb) as told (id uuid, revision bigint, state text, kind text, government text)
            order by id
            on conflict (id) do update set
                revision = excluded.revision, state = excluded.state, kind = excluded.kind,
                government = excluded.government
            where excluded.revision > organization.revision
            """;

    @Inject
    Ledger ledger;

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
        var newest = Received.newest(batch, OrganizationChanged::id, OrganizationChanged::revision);
        ledger.note(topic(), batch, ledger.write(KEEP, newest));
    }
}
