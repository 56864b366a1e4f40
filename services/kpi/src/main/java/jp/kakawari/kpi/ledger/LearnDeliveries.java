package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.DeliveryCounted;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows whom campaigns reached (配信結果). No figure of relations depends on it, so their version does not move. */
@ApplicationScoped
class LearnDeliveries implements Subscription<DeliveryCounted> {
    private static final String KEEP = """
            insert into delivery (id, revision, kind, municipality, sent_on, sent, answered)
            select id, revision, kind, municipality, "sentOn", sent, answered
            from jsonb_to_recordset(?::jsonb) as told (id uuid, revision bigint, kind text, municipality text,
                "sentOn" date, sent bigint, answered bigint)
            order by id
            on conflict (id) do update set
                revision = excluded.revision, kind = excluded.kind, municipality = excluded.municipality,
                sent_on = excluded.sent_on, sent = excluded.sent, answered = excluded.answered
            where excluded.revision > delivery.revision
            """;

    @Inject
    Ledger ledger;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_DELIVERY;
    }

    @Override
    public Class<DeliveryCounted> type() {
        return DeliveryCounted.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<DeliveryCounted>> batch) {
        ledger.write(KEEP, Received.newest(batch, DeliveryCounted::id, DeliveryCounted::revision));
    }
}
