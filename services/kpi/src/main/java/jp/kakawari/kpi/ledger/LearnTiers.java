package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.TierChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows members who rise and fall (昇格・降格): facts, kept once by their id. No relation is counted from them. */
@ApplicationScoped
class LearnTiers implements Subscription<TierChanged> {
    private static final String KEEP = """
            insert into tier (id, membership, scheme, municipality, changed_on, promoted)
            select id, membership, scheme, municipality, "changedOn", promoted
            from jsonb_to_recordset(?::jsonb) as told (id uuid, membership uuid, scheme text, municipality text,
                "changedOn" date, promoted boolean)
            order by id
            on conflict (id) do nothing
            """;

    private static final int NO_FIGURE_CHANGES = 0;

    @Inject
    Ledger ledger;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_TIER;
    }

    @Override
    public Class<TierChanged> type() {
        return TierChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<TierChanged>> batch) {
        ledger.write(
                KEEP,
                batch.stream().map(Received::body).filter(Objects::nonNull).toList());
        ledger.note(topic(), batch, NO_FIGURE_CHANGES);
    }
}
