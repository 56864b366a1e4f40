package jp.kakawari.registry.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Taking part (参加) becomes an entry of the ledger, once per participation. One for no municipality ties to none. */
@ApplicationScoped
class Participations implements Subscription<ParticipationRecorded> {

    static final String SOURCE = "participation";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final RecordEngagements recording;

    Participations(RecordEngagements recording) {
        this.recording = recording;
    }

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
        recording.record(batch.stream()
                .filter(received -> !received.tombstone())
                .map(Received::body)
                .filter(participation -> participation.municipality() != null)
                .map(Participations::fact)
                .toList());
    }

    private static Fact fact(ParticipationRecorded participation) {
        return Fact.attested(
                        participation.supporter(),
                        participation.municipality(),
                        participation.activity(),
                        participation.checkedInAt().atZoneSameInstant(JAPAN).toLocalDate(),
                        participation.hours(),
                        participation.hours() == null ? null : Unit.HOURS,
                        SOURCE,
                        participation.id().toString(),
                        null)
                .outOf(participation.program());
    }
}
