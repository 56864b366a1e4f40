package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.AccrualChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows what accrues out of payments by card (還元の累計), each sum in its newest state. No relation is counted from them. */
@ApplicationScoped
class LearnAccruals implements Subscription<AccrualChanged> {
    private static final String KEEP = """
            insert into accrual (id, revision, scheme, operator, municipality, payments, payers, amount, accrued, paid_out)
            select id, revision, scheme, operator, municipality, payments, payers, amount, accrued, "paidOut"
            from jsonb_to_recordset(?::jsonb) as told (id text, revision bigint, scheme text, operator uuid, municipality text,
                payments bigint, payers bigint, amount bigint, accrued numeric, "paidOut" bigint)
            order by id
            on conflict (id) do update set
                revision = excluded.revision, payments = excluded.payments, payers = excluded.payers,
                amount = excluded.amount, accrued = excluded.accrued, paid_out = excluded.paid_out
            where excluded.revision > accrual.revision
            """;

    private static final int NO_FIGURE_CHANGES = 0;

    private record Row(
            String id,
            long revision,
            String scheme,
            UUID operator,
            String municipality,
            long payments,
            long payers,
            long amount,
            BigDecimal accrued,
            long paidOut) {

        static Row of(AccrualChanged told) {
            return new Row(
                    told.key(),
                    told.revision(),
                    told.scheme(),
                    told.operator(),
                    told.municipality(),
                    told.payments(),
                    told.payers(),
                    told.amount(),
                    told.accrued(),
                    told.paidOut());
        }
    }

    @Inject
    Ledger ledger;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_ACCRUAL;
    }

    @Override
    public Class<AccrualChanged> type() {
        return AccrualChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<AccrualChanged>> batch) {
        ledger.write(
                KEEP,
                Received.newest(batch, AccrualChanged::key, AccrualChanged::revision).stream()
                        .map(Row::of)
                        .toList());
        ledger.note(topic(), batch, NO_FIGURE_CHANGES);
    }
}
