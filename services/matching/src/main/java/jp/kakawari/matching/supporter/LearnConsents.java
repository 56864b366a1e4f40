package jp.kakawari.matching.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.ConsentChanged;
import jp.kakawari.contracts.registry.ConsentChanged.Purpose;
import jp.kakawari.contracts.registry.ConsentChanged.State;
import jp.kakawari.matching.KnownEvents;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows registry.consent.v1: whoever refused or withdrew MATCHING is recommended to that recipient no more. */
@ApplicationScoped
class LearnConsents implements Subscription<ConsentChanged> {
    private static final String UPSERT = """
            insert into matching_consent (supporter, recipient, revision, refused)
            select c.supporter, c.recipient, c.revision, c.refused
            from jsonb_to_recordset(cast(:consents as jsonb))
                     as c (supporter uuid, recipient text, revision bigint, refused boolean)
            order by 1, 2
            on conflict (supporter, recipient) do update set revision = excluded.revision, refused = excluded.refused
            where excluded.revision > matching_consent.revision
            """;

    private record Known(String supporter, String recipient, long revision, boolean refused) {}

    @Inject
    EntityManager database;

    @Override
    public Topic topic() {
        return Topic.REGISTRY_CONSENT;
    }

    @Override
    public Class<ConsentChanged> type() {
        return ConsentChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<ConsentChanged>> batch) {
        List<Known> newest = Received.newest(batch, ConsentChanged::key, ConsentChanged::revision).stream()
                .filter(consent -> consent.purpose() == Purpose.MATCHING)
                .map(consent -> new Known(
                        consent.supporter().toString(),
                        consent.recipient(),
                        consent.revision(),
                        consent.state() != State.GIVEN))
                .toList();
        if (!newest.isEmpty()) {
            database.createNativeQuery(UPSERT)
                    .setParameter("consents", KnownEvents.write(newest))
                    .executeUpdate();
        }
    }
}
