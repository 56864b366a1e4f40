package jp.kakawari.registry.desksurvey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.Slug;
import jp.kakawari.registry.desksurvey.DeskSurveys.Survey;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;

/**
 * The secretariat states a survey of desks, with all answers at once where it has them, and each government answers for
 * itself (窓口設置状況調査). Answers replace those before; a change of a survey needs the revision that it replaces.
 */
@ApplicationScoped
class ConductSurvey {

    private final DeskSurveys surveys;
    private final RollUpDesks rolling;
    private final Clock clock;

    ConductSurvey(DeskSurveys surveys, RollUpDesks rolling, Clock clock) {
        this.surveys = surveys;
        this.rolling = rolling;
        this.clock = clock;
    }

    @Transactional
    SurveyView state(Slug code, SurveyRequest request, String ifMatch) {
        request.check();
        Optional<Survey> known = surveys.held(code);
        if (known.isPresent()) {
            ETags.mustMatch(ifMatch, known.get().revision());
            surveys.change(code, request, clock.instant());
        } else {
            surveys.add(code, request, clock.instant());
        }
        if (request.answers() != null) {
            surveys.forget(code);
            surveys.answer(code, request.answers());
        }
        return rolling.of(code);
    }

    @Transactional
    void answer(Slug code, LocalGovernmentCode government, AnswerRequest request) {
        surveys.held(code).orElseThrow(NotFound::new);
        var answer = new SurveyRequest.Answer(government, request.targets());
        if (surveys.answer(code, List.of(answer)) > 0) {
            surveys.touch(code, clock.instant());
        }
    }
}
