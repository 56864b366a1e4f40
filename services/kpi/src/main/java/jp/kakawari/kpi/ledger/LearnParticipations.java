package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows participations (参加): facts, kept once by their id. */
@ApplicationScoped
class LearnParticipations implements Subscription<ParticipationRecorded> {
    private static final String KEEP = """
            insert into participation (id, program, supporter, municipality, checked_in_on)
            select id, program, supporter, municipality, ("checkedInAt" at time zone 'Asia/Tokyo')::date
            from jsonb_to_recordset(?::jsonb) as told (id uuid, program uuid, supporter uuid, municipality text,
                "checkedInAt" timestamptz)
            order by id
            on conflict (id) do nothing
            """;

    @Inject
    Ledger ledger;

    @Override
    public Topic topic() {
        return Topic.MATCHING_PARTICIPATION;
    }

    @Override
    public Class<ParticipationRecorded> type() {
        return ParticipationRecorded.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<ParticipationRecorded>> batch) {
        var facts = batch.stream().map(Received::body).filter(Objects::nonNull).toList();
        ledger.note(topic(), batch, ledger.write(KEEP, facts));
    }
}
