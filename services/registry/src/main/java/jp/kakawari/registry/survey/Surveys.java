package jp.kakawari.registry.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakawari.registry.Conditions;
import jp.kakawari.registry.mail.LinkToken;
import jp.kakawari.registry.municipality.Withheld;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;

/** All surveys, and what was answered. */
@ApplicationScoped
class Surveys implements PanacheRepositoryBase<Survey, UUID> {

    private static final int LEAST = 10;

    Survey of(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    /** The same, when all who were answering are through and before anybody else begins. */
    Survey held(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    /** The same of one that was read before, as it stands by then. */
    void hold(Survey survey) {
        getEntityManager().refresh(survey, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Survey> newest(String municipality, PageRequest page) {
        return ofTown(municipality).newestById(getEntityManager(), page);
    }

    long countOf(String municipality) {
        return ofTown(municipality).count(getEntityManager());
    }

    private static Conditions<Survey> ofTown(String municipality) {
        return Conditions.on("survey", Survey.class).whereIs("municipality", municipality);
    }

    /** The one to which a letter's link leads. */
    Optional<Survey> behind(LinkToken token) {
        return behind(token, LockModeType.NONE);
    }

    /** The same, and nobody closes it before this transaction ends. */
    Optional<Survey> toAnswer(LinkToken token) {
        return behind(token, LockModeType.PESSIMISTIC_READ);
    }

    private Optional<Survey> behind(LinkToken token, LockModeType lock) {
        List<?> campaigns = getEntityManager()
                .createNativeQuery("select campaign from campaign_delivery where token = :token", UUID.class)
                .setParameter("token", token.hash())
                .getResultList();
        return campaigns.isEmpty()
                ? Optional.empty()
                : find("campaign", campaigns.getFirst()).withLock(lock).firstResultOptional();
    }

    /** Notes that somebody answered, and nothing of what; false where they did before. */
    boolean note(LinkToken token) {
        return getEntityManager()
                        .createNativeQuery("""
                        update campaign_delivery set answered_at = date_trunc('day', now())
                        where token = :token and answered_at is null
                        """)
                        .setParameter("token", token.hash())
                        .executeUpdate()
                > 0;
    }

    void keep(UUID survey, Map<String, List<String>> answers) {
        List<String> questions = new ArrayList<>();
        List<String> choices = new ArrayList<>();
        answers.forEach((question, chosen) -> chosen.forEach(choice -> {
            questions.add(question);
            choices.add(choice);
        }));
        getEntityManager()
                .createNativeQuery("""
                        insert into survey_choice (survey, answer, question, choice)
                        select :survey, :answer, question, choice
                        from unnest(:questions, :choices) as chosen (question, choice)
                        """)
                .setParameter("survey", survey)
                .setParameter("answer", UUID.randomUUID())
                .setParameter("questions", questions.toArray(String[]::new))
                .setParameter("choices", choices.toArray(String[]::new))
                .executeUpdate();
    }

    /** So that the counts are told again, by whoever looks next; it waits for one who is telling just now. */
    void haveTold(UUID campaign) {
        getEntityManager()
                .createNativeQuery("update campaign set untold = true where id = :id")
                .setParameter("id", campaign)
                .executeUpdate();
    }

    long answered(UUID campaign) {
        return (Long) getEntityManager()
                .createNativeQuery("select count(answered_at) from campaign_delivery where campaign = :id", Long.class)
                .setParameter("id", campaign)
                .getSingleResult();
    }

    /**
     * How often each choice was made, in the order of questions and choices; 1 to 9 are withheld, and what would tell them.
     * Null where fewer than ten answered.
     */
    List<SurveyView.Result> results(Survey survey) {
        return answers(survey) < LEAST ? null : sums(survey);
    }

    /** Of which nobody knows who gave them: they stay when who did is removed. */
    private long answers(Survey survey) {
        return (Long) getEntityManager()
                .createNativeQuery("select count(distinct answer) from survey_choice where survey = :id", Long.class)
                .setParameter("id", survey.id())
                .getSingleResult();
    }

    private List<SurveyView.Result> sums(Survey survey) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select question, choice, count(*) from survey_choice where survey = :id group by question, choice")
                .setParameter("id", survey.id())
                .getResultList();
        Map<List<Object>, Long> counts = new HashMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> counts.put(List.of(row[0], row[1]), ((Number) row[2]).longValue()));
        return survey.questions().stream()
                .map(question -> result(question, counts))
                .toList();
    }

    private static SurveyView.Result result(Question question, Map<List<Object>, Long> counts) {
        List<String> choices = question.choices();
        List<Long> shown = Withheld.among(choices.stream()
                .map(choice -> counts.getOrDefault(List.<Object>of(question.code(), choice), 0L))
                .toList());
        return new SurveyView.Result(
                question.code(),
                IntStream.range(0, choices.size())
                        .mapToObj(place -> new SurveyView.Chosen(choices.get(place), shown.get(place)))
                        .toList());
    }
}
