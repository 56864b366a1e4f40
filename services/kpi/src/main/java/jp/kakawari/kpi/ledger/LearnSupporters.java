package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/**
 * Follows supporters and their ties (関わり). Only people have ties here: an organisation that supports a municipality
 * is no 関係人口. Somebody who was removed leaves people and ties at once; what they did stays counted as facts.
 */
@ApplicationScoped
class LearnSupporters implements Subscription<SupporterChanged> {
    private static final String KEEP = """
            insert into supporter (id, revision, state, subject, channel)
            select id, revision, state, coalesce(md5("subjectKey")::uuid, id), channel
            from jsonb_to_recordset(?::jsonb)
                as told (id uuid, revision bigint, state text, "subjectKey" text, channel text)
            order by id
            on conflict (id) do update
            set revision = excluded.revision, state = excluded.state, subject = excluded.subject, channel = excluded.channel
            where excluded.revision > supporter.revision
            """;

    private static final String DROP_TIES = """
            delete from tie using jsonb_to_recordset(?::jsonb) as told (id uuid, revision bigint), supporter known
            where known.id = told.id and known.revision = told.revision and tie.supporter = told.id
            """;

    private static final String KEEP_TIES = """
            insert into tie (supporter, municipality, subject, since, resident)
            select told.id, tie.municipality, known.subject, tie.since, tie.resident
            from jsonb_to_recordset(?::jsonb) as told (id uuid, revision bigint, state text, kind text, ties jsonb)
            join supporter known on known.id = told.id and known.revision = told.revision
            cross join jsonb_to_recordset(told.ties) as tie (municipality text, since date, resident boolean)
            where told.state = 'ACTIVE' and told.kind = 'PERSON'
            """;

    @Inject
    Ledger ledger;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_SUPPORTER;
    }

    @Override
    public Class<SupporterChanged> type() {
        return SupporterChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<SupporterChanged>> batch) {
        List<SupporterChanged> newest =
                Received.newest(batch, SupporterChanged::id, SupporterChanged::revision, SupporterChanged::removed);
        int changes = ledger.write(KEEP, newest);
        if (changes > 0) {
            ledger.write(DROP_TIES, newest);
            ledger.write(KEEP_TIES, newest);
        }
        ledger.note(topic(), batch, changes);
    }
}
