package jp.kakawari.kpi.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.matching.ApplicationChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows applications (応募). */
@ApplicationScoped
class LearnApplications implements Subscription<ApplicationChanged> {
    private static final String KEEP = """
            insert into application (id, revision, program, municipality, state, submitted_on, accepted_on)
            select id, revision, program, municipality, state,
                   ("submittedAt" at time zone 'Asia/Tokyo')::date, ("acceptedAt" at time zone 'Asia/Tokyo')::date
            from jsonb_to_recordset(?::jsonb) as told (id uuid, revision bigint, program uuid, municipality text,
                state text, "submittedAt" timestamptz, "acceptedAt" timestamptz)
            order by id
            on conflict (id) do update set
                revision = excluded.revision, program = excluded.program, municipality = excluded.municipality,
                state = excluded.state, submitted_on = excluded.submitted_on, accepted_on = excluded.accepted_on
            where excluded.revision > application.revision
            """;

    @Inject
    Ledger ledger;

    @Override
    public Topic topic() {
        return Topic.MATCHING_APPLICATION;
    }

    @Override
    public Class<ApplicationChanged> type() {
        return ApplicationChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<ApplicationChanged>> batch) {
        var newest = Received.newest(batch, ApplicationChanged::id, ApplicationChanged::revision);
        ledger.note(topic(), batch, ledger.write(KEEP, newest));
    }
}
