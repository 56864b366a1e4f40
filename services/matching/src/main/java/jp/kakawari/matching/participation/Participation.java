package jp.kakawari.matching.participation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.matching.application.Attendance;
import jp.kakawari.web.JapanTime;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** A participation (参加): never changed once recorded. */
@Entity
@Immutable
class Participation {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID application;
    private UUID program;
    private UUID supporter;
    private String municipality;

    @Enumerated(EnumType.STRING)
    private Activity activity;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "checked_in_at")
    private Instant checkedInAt;

    private BigDecimal hours;

    protected Participation() {}

    /**
     * @param checkedInAt when they came, null for now; not in the future
     * @param hours time given, null when not measured
     */
    static Participation of(Attendance attendance, UUID recordedBy, Instant checkedInAt, BigDecimal hours) {
        if (checkedInAt != null && checkedInAt.isAfter(attendance.at())) {
            throw new NotYetThere();
        }
        Participation participation = new Participation();
        participation.application = attendance.application();
        participation.program = attendance.program();
        participation.supporter = attendance.supporter();
        participation.municipality = attendance.municipality();
        participation.activity = attendance.activity();
        participation.recordedBy = recordedBy;
        participation.checkedInAt = checkedInAt == null ? attendance.at() : checkedInAt;
        participation.hours = hours;
        return participation;
    }

    ParticipationRecorded recorded() {
        return new ParticipationRecorded(
                id, application, program, supporter, municipality, activity, JapanTime.of(checkedInAt), hours);
    }
}
