package jp.kakawari.registry.desksurvey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.Slug;
import jp.kakawari.registry.contactpoint.Target;
import jp.kakawari.web.Caller;
import jp.kakawari.web.PageRequest;

/** All surveys of desks and their answers. */
@ApplicationScoped
class DeskSurveys {

    /** A survey without its answers. */
    record Survey(String code, long revision, String title, LocalDate surveyedOn) {}

    /** How many governments of a kind gave the same answer. */
    record Cell(boolean prefecture, List<Target> targets, long governments) {}

    private final EntityManager database;
    private final Caller caller;

    DeskSurveys(EntityManager database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    Optional<Survey> of(Slug code) {
        return survey(code, "");
    }

    /** Held until the transaction ends. */
    Optional<Survey> held(Slug code) {
        return survey(code, " for update");
    }

    private Optional<Survey> survey(Slug code, String hold) {
        List<?> rows = database.createNativeQuery(
                        "select code, revision, title, surveyed_on from desk_survey where code = :code" + hold)
                .setParameter("code", code.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Survey(
                        (String) row[0],
                        ((Number) row[1]).longValue(),
                        (String) row[2],
                        LocalDate.parse(row[3].toString())))
                .findFirst();
    }

    /** A new one; somebody may have been faster: the database has the last word. */
    void add(Slug code, SurveyRequest request, Instant now) {
        RegisteredMeanwhile.unlessFirst(() -> write(
                "insert into desk_survey (code, revision, title, surveyed_on, updated_at)"
                        + " values (:code, 1, :title, :day, :now)",
                code,
                request,
                now));
    }

    void change(Slug code, SurveyRequest request, Instant now) {
        write(
                "update desk_survey set revision = revision + 1, title = :title, surveyed_on = :day, updated_at = :now"
                        + " where code = :code",
                code,
                request,
                now);
    }

    private void write(String sql, Slug code, SurveyRequest request, Instant now) {
        database.createNativeQuery(sql)
                .setParameter("code", code.value())
                .setParameter("title", request.title())
                .setParameter("day", request.surveyedOn())
                .setParameter("now", now)
                .executeUpdate();
    }

    void touch(Slug code, Instant now) {
        database.createNativeQuery(
                        "update desk_survey set revision = revision + 1, updated_at = :now where code = :code")
                .setParameter("code", code.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    void forget(Slug code) {
        database.createNativeQuery("delete from desk_answer where survey = :code")
                .setParameter("code", code.value())
                .executeUpdate();
    }

    /** Keeps these answers, instead of those that the same governments gave before; says how many that changed. */
    int answer(Slug code, List<SurveyRequest.Answer> answers) {
        return database.createNativeQuery("""
                        insert into desk_answer as a (survey, government, targets)
                        select :code, n.government, string_to_array(n.targets, ',')
                        from unnest(:governments, :targets) as n (government, targets)
                        on conflict (survey, government) do update set targets = excluded.targets
                        where a.targets is distinct from excluded.targets
                        """)
                .setParameter("code", code.value())
                .setParameter(
                        "governments",
                        column(answers, answer -> answer.government().value()))
                .setParameter("targets", column(answers, answer -> AnswerRequest.joined(answer.targets())))
                .executeUpdate();
    }

    /** One row more than the page shows. */
    List<SurveyAnswer> page(Slug code, PageRequest page) {
        List<?> rows = database.createNativeQuery("""
                        select government, array_to_string(targets, ',') from desk_answer
                        where survey = :code and government > :after order by government limit :fetch
                        """)
                .setParameter("code", code.value())
                .setParameter(
                        "after", page.after().map(cursor -> cursor.text(0)).orElse(""))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SurveyAnswer((String) row[0], targets((String) row[1]), allowedTo((String) row[0])))
                .toList();
    }

    long count(Slug code) {
        return (Long) database.createNativeQuery("select count(*) from desk_answer where survey = :code", Long.class)
                .setParameter("code", code.value())
                .getSingleResult();
    }

    List<Cell> cells(Slug code) {
        List<?> rows = database.createNativeQuery("""
                        select government like '__000_', array_to_string(targets, ','), count(*)
                        from desk_answer where survey = :code group by 1, 2
                        """)
                .setParameter("code", code.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Cell((Boolean) row[0], targets((String) row[1]), ((Number) row[2]).longValue()))
                .toList();
    }

    private List<String> allowedTo(String government) {
        return caller.isGovernment() && caller.speaksFor(government) ? List.of("answer") : List.of();
    }

    private static List<Target> targets(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(Target::valueOf).toList();
    }

    private static String[] column(List<SurveyRequest.Answer> answers, Function<SurveyRequest.Answer, String> value) {
        return answers.stream().map(value).toArray(String[]::new);
    }
}
