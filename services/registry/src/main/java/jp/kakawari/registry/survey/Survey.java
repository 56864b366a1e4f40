package jp.kakawari.registry.survey;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Questions of a municipality. They stay as they were sent. */
@Entity
class Survey {

    @Id
    private UUID id;

    private String municipality;
    private UUID campaign;
    private String title;
    private String questions;
    private LocalDate closesOn;
    private Instant closedAt;

    protected Survey() {}

    Survey(UUID id, String municipality, UUID campaign, SurveyRequest request) {
        this.id = id;
        this.municipality = municipality;
        this.campaign = campaign;
        this.title = request.letter().subject();
        this.questions = Question.write(request.questions());
        this.closesOn = request.closesOn();
    }

    /** Whether it still takes answers: what is closed never opens again, whatever the clock says. */
    boolean isOpen(LocalDate today) {
        return closedAt == null && (closesOn == null || !today.isAfter(closesOn));
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Takes no answer from now on; must be held, so that none is underway. */
    void close(Instant now) {
        closedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID campaign() {
        return campaign;
    }

    String municipality() {
        return municipality;
    }

    String title() {
        return title;
    }

    LocalDate closesOn() {
        return closesOn;
    }

    /** Null while nobody closed it, also when its last day is over. */
    Instant closedAt() {
        return closedAt;
    }

    List<Question> questions() {
        return Question.parse(questions);
    }
}
