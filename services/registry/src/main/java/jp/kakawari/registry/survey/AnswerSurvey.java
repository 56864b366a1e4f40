package jp.kakawari.registry.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import jp.kakawari.registry.mail.LinkToken;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.NotFound;

/**
 * Somebody who was asked answers, once, without a login (アンケートへの回答). That they did and what they said are kept apart:
 * nobody can put them together.
 */
@ApplicationScoped
class AnswerSurvey {

    private final Surveys surveys;
    private final Clock clock;

    AnswerSurvey(Surveys surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    @Transactional
    Questionnaire questions(String token) {
        Survey survey = surveys.behind(new LinkToken(token)).orElseThrow(NotFound::new);
        return new Questionnaire(
                survey.title(),
                survey.questions(),
                survey.closesOn(),
                JapanTime.of(survey.closedAt()),
                survey.isOpen(LocalDate.now(clock)));
    }

    @Transactional
    void answer(String token, Answers answers) {
        LinkToken link = new LinkToken(token);
        Survey survey = surveys.toAnswer(link).orElseThrow(NotFound::new);
        if (!survey.isOpen(LocalDate.now(clock))) {
            throw new SurveyClosed();
        }
        answers.check(survey.questions());
        if (!surveys.note(link)) {
            throw new AlreadyAnswered();
        }
        surveys.keep(survey.id(), answers.choices());
        surveys.haveTold(survey.campaign());
    }
}
