package jp.kakawari.registry.opinion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.registry.opinion.Opinion.Standing;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.personal.PersonalReads;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.registry.supporter.Applicants;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.registry.supporter.Removal;
import jp.kakawari.registry.supporter.Ties;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Roles;

/**
 * A member says what they think of their town's policies, and the town answers (政策への意見・回答). The words are sealed, and
 * the member sees that the town read them.
 */
@ApplicationScoped
class HearOpinions {

    private final Opinions opinions;
    private final Topics topics;
    private final Applicants applicants;
    private final Ties ties;
    private final ActiveMembers members;
    private final PersonalData seals;
    private final PersonalReads reads;
    private final Caller caller;
    private final Clock clock;

    HearOpinions(
            Opinions opinions,
            Topics topics,
            Applicants applicants,
            Ties ties,
            ActiveMembers members,
            PersonalData seals,
            PersonalReads reads,
            Caller caller,
            Clock clock) {
        this.opinions = opinions;
        this.topics = topics;
        this.applicants = applicants;
        this.ties = ties;
        this.members = members;
        this.seals = seals;
        this.reads = reads;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    OpinionView post(String scheme, OpinionRequest request) {
        LocalDate today = LocalDate.now(clock);
        UUID author = author(request);
        ties.hold(List.of(author));
        Standing standing = opinions.standing(scheme, author, today).orElseThrow(NotAMember::new);
        topics.findByIdOptional(new Topic.Key(standing.municipality(), request.topic()))
                .filter(topic -> topic.isOpen(today))
                .orElseThrow(() -> new InvalidBody()
                        .at("/topic", "is no topic that is open in your municipality", "募集中のテーマではありません"));
        UUID id = NewId.next();
        Opinion opinion =
                new Opinion(id, standing, request.topic(), seals.sealBytes(id, utf8(request.text())), clock.instant());
        opinions.persist(opinion);
        return view(opinion);
    }

    private UUID author(OpinionRequest request) {
        if (caller.is(Roles.SUPPORTER)) {
            UUID me = caller.supporter().orElseThrow(NotYours::new);
            if (request.supporter() != null && !request.supporter().equals(me)) {
                throw new NotYours();
            }
            return me;
        }
        if (request.supporter() == null || !applicants.mayHandle(caller, request.supporter())) {
            throw new InvalidBody().at("/supporter", "is nobody for whom you may act", "代理できる関係人口ではありません");
        }
        return request.supporter();
    }

    @Transactional
    OpinionView answer(String municipality, UUID id, AnswerRequest request) {
        members.callerMustBeActive();
        Opinion opinion = opinions.held(municipality, id);
        opinion.answer(seals.sealBytes(id, utf8(request.text())), clock.instant());
        return shown(List.of(opinion)).getFirst();
    }

    @Transactional
    OpinionView read(String municipality, UUID id) {
        return shown(List.of(opinions.of(municipality, id).orElseThrow(NotFound::new)))
                .getFirst();
    }

    /** One row more than the page shows; only those shown are recorded as read. */
    @Transactional
    List<OpinionView> page(String municipality, Opinions.Filter filter, PageRequest page) {
        List<Opinion> found = opinions.page(municipality, filter, page);
        record(found.subList(0, Math.min(page.limit(), found.size())));
        return found.stream().map(this::view).toList();
    }

    long count(String municipality, Opinions.Filter filter) {
        return opinions.count(municipality, filter);
    }

    @Transactional
    List<OpinionView> own(PageRequest page) {
        return opinions.pageOf(me(), page).stream().map(this::view).toList();
    }

    long countOwn() {
        return opinions.count("supporter", me());
    }

    /** What somebody said goes with them. */
    void forget(@Observes Removal removal) {
        opinions.delete("supporter", removal.supporter());
    }

    private UUID me() {
        return caller.supporter().orElseThrow(NotYours::new);
    }

    private List<OpinionView> shown(List<Opinion> found) {
        record(found);
        return found.stream().map(this::view).toList();
    }

    private void record(List<Opinion> found) {
        reads.record(Purpose.OPINION, found.stream().map(Opinion::supporter).collect(Collectors.toSet()));
    }

    private OpinionView view(Opinion opinion) {
        return new OpinionView(
                opinion.id(),
                opinion.revision(),
                opinion.state(),
                answers(opinion) ? opinion.state().allowedActions() : List.of(),
                opinion.municipality(),
                opinion.scheme(),
                opinion.topic(),
                opinion.supporter(),
                text(opinion, opinion.text()),
                opinion.answer() == null ? null : text(opinion, opinion.answer()),
                JapanTime.of(opinion.postedAt()),
                opinion.answeredAt() == null ? null : JapanTime.of(opinion.answeredAt()));
    }

    /** Only the town answers. */
    private boolean answers(Opinion opinion) {
        return caller.is(Roles.MUNICIPALITY) && caller.speaksFor(opinion.municipality());
    }

    private String text(Opinion opinion, byte[] sealed) {
        return new String(seals.openBytes(opinion.id(), sealed), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
