package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows published programs (受入プログラム), to know which governments act. */
@ApplicationScoped
class LearnPrograms implements Subscription<ProgramChanged> {
    private static final String KEEP = """
            insert into program (id, revision, state, host_government)
            select id, revision, state, "hostGovernment"
            from jsonb_to_recordset(?::jsonb) as told (id uuid, revision bigint, state text, "hostGovernment" text)
            order by id
            on conflict (id) do update
            set revision = excluded.revision, state = excluded.state, host_government = excluded.host_government
            where excluded.revision > program.revision
            """;

    @Inject
    Ledger ledger;

    @Override
    public Topic topic() {
        return Topic.CATALOG_PROGRAM;
    }

    @Override
    public Class<ProgramChanged> type() {
        return ProgramChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<ProgramChanged>> batch) {
        var newest = Received.newest(batch, ProgramChanged::id, ProgramChanged::revision, ProgramChanged::removed);
        ledger.note(topic(), batch, ledger.write(KEEP, newest));
    }
}
