package jp.kakawari.registry.opinion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

/** Something on which a municipality hears its members, from one day to another. */
@Entity
@Table(name = "opinion_topic")
@IdClass(Topic.Key.class)
class Topic {

    record Key(String municipality, String code) {}

    @Id
    private String municipality;

    @Id
    private String code;

    private long revision;
    private String title;
    private String description;
    private LocalDate opensOn;
    private LocalDate closesOn;

    protected Topic() {}

    Topic(Key key) {
        this.municipality = key.municipality();
        this.code = key.code();
    }

    void become(TopicRequest request) {
        title = request.title();
        description = request.description();
        opensOn = request.opensOn();
        closesOn = request.closesOn();
        revision++;
    }

    boolean isOpen(LocalDate today) {
        return !today.isBefore(opensOn) && (closesOn == null || !today.isAfter(closesOn));
    }

    TopicView view(LocalDate today, boolean own) {
        return new TopicView(
                code,
                revision,
                title,
                description,
                opensOn,
                closesOn,
                isOpen(today),
                own ? List.of("change") : List.of());
    }

    String code() {
        return code;
    }

    long revision() {
        return revision;
    }
}
