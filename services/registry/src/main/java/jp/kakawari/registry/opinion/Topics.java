package jp.kakawari.registry.opinion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.registry.Conditions;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Roles;

/** The topics of all municipalities, in the order of their codes. */
@ApplicationScoped
class Topics implements PanacheRepositoryBase<Topic, Topic.Key> {

    private final ActiveMembers members;
    private final Caller caller;
    private final Clock clock;

    Topics(ActiveMembers members, Caller caller, Clock clock) {
        this.members = members;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TopicView put(Topic.Key key, String ifMatch, TopicRequest request) {
        members.callerMustBeActive();
        request.check();
        Topic topic = findById(key, LockModeType.PESSIMISTIC_WRITE);
        if (topic == null) {
            topic = new Topic(key);
            topic.become(request);
            RegisteredMeanwhile.unlessFirst(this::persistAndFlush, topic);
        } else {
            ETags.mustMatch(ifMatch, topic.revision());
            topic.become(request);
        }
        return topic.view(today(), true);
    }

    @Transactional
    List<TopicView> page(String municipality, PageRequest page) {
        boolean own = caller.is(Roles.MUNICIPALITY) && caller.speaksFor(municipality);
        return ofTown(municipality).pageByCode(getEntityManager(), page).stream()
                .map(topic -> topic.view(today(), own))
                .toList();
    }

    long countOf(String municipality) {
        return ofTown(municipality).count(getEntityManager());
    }

    private static Conditions<Topic> ofTown(String municipality) {
        return Conditions.on("opinion_topic", Topic.class).whereIs("municipality", municipality);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
