package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.kpi.classification.Classification;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows the engagement ledger (関わりの記録), each entry with the class that its activity counts as. */
@ApplicationScoped
class LearnEngagements implements Subscription<EngagementRecorded> {
    private static final String KEEP = """
            insert into engagement (id, revision, supporter, municipality, relation_class, occurred_on, rejected)
            select id, revision, supporter, municipality, "relationClass", "occurredOn", rejected
            from jsonb_to_recordset(?::jsonb) as told (id uuid, revision bigint, supporter uuid, municipality text,
                "relationClass" smallint, "occurredOn" date, rejected boolean)
            order by id
            on conflict (id) do update set
                revision = excluded.revision, supporter = excluded.supporter, municipality = excluded.municipality,
                relation_class = excluded.relation_class, occurred_on = excluded.occurred_on, rejected = excluded.rejected
            where excluded.revision > engagement.revision
            """;

    private record Row(
            UUID id,
            long revision,
            UUID supporter,
            String municipality,
            Integer relationClass,
            LocalDate occurredOn,
            boolean rejected) {

        static Row of(EngagementRecorded told) {
            return new Row(
                    told.id(),
                    told.revision(),
                    told.supporter(),
                    told.municipality(),
                    told.activity().relationClass().map(Classification::rank).orElse(null),
                    told.occurredOn(),
                    told.status() == EngagementRecorded.Status.REJECTED);
        }
    }

    @Inject
    Ledger ledger;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_ENGAGEMENT;
    }

    @Override
    public Class<EngagementRecorded> type() {
        return EngagementRecorded.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<EngagementRecorded>> batch) {
        List<Row> newest = Received.newest(batch, EngagementRecorded::id, EngagementRecorded::revision).stream()
                .map(Row::of)
                .toList();
        ledger.note(topic(), batch, ledger.write(KEEP, newest));
    }
}
