package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.LadderMoved;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/**
 * Follows moves on municipalities' own ladders (段階の移動). One that was removed leaves its id, so that no older event brings it
 * back. No relation is counted from them.
 */
@ApplicationScoped
class LearnLadders implements Subscription<LadderMoved> {
    private static final String KEEP = """
            insert into ladder (id, revision, state, supporter, municipality, former, step, moved_on)
            select id, revision, state, supporter, municipality, "from", "to", "movedOn"
            from jsonb_to_recordset(?::jsonb) as told (id uuid, revision bigint, state text, supporter uuid,
                municipality text, "from" text, "to" text, "movedOn" date)
            order by id
            on conflict (id) do update set
                revision = excluded.revision, state = excluded.state, supporter = excluded.supporter,
                municipality = excluded.municipality, former = excluded.former, step = excluded.step,
                moved_on = excluded.moved_on
            where excluded.revision > ladder.revision
            """;

    private static final int NO_FIGURE_CHANGES = 0;

    @Inject
    Ledger ledger;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_LADDER;
    }

    @Override
    public Class<LadderMoved> type() {
        return LadderMoved.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<LadderMoved>> batch) {
        ledger.write(KEEP, Received.newest(batch, LadderMoved::id, LadderMoved::revision, LadderMoved::removed));
        ledger.note(topic(), batch, NO_FIGURE_CHANGES);
    }
}
