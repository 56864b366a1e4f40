package jp.kakawari.registry.desksurvey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import jp.kakawari.registry.Slug;
import jp.kakawari.registry.contactpoint.Target;
import jp.kakawari.registry.desksurvey.DeskSurveys.Cell;
import jp.kakawari.registry.desksurvey.DeskSurveys.Survey;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.Roles;

/** Rolls up what governments answered (窓口設置状況の集計): who has a desk, for whom, and who has none. */
@ApplicationScoped
class RollUpDesks {

    private final DeskSurveys surveys;
    private final Caller caller;

    RollUpDesks(DeskSurveys surveys, Caller caller) {
        this.surveys = surveys;
        this.caller = caller;
    }

    @Transactional
    SurveyView of(Slug code) {
        Survey survey = surveys.of(code).orElseThrow(NotFound::new);
        return view(survey, surveys.cells(code), allowedActions());
    }

    static SurveyView view(Survey survey, List<Cell> cells, List<String> allowedActions) {
        List<Cell> municipal = cells.stream().filter(cell -> !cell.prefecture()).toList();
        List<Cell> prefectural = cells.stream().filter(Cell::prefecture).toList();
        return new SurveyView(
                survey.code(),
                survey.revision(),
                survey.title(),
                survey.surveyedOn(),
                sum(municipal, cell -> true),
                sum(municipal, RollUpDesks::hasDesk),
                sum(municipal, Predicate.not(RollUpDesks::hasDesk)),
                sum(municipal, cell -> cell.targets().containsAll(List.of(Target.MIGRATION, Target.RELATION))),
                sum(prefectural, RollUpDesks::hasDesk),
                sum(prefectural, Predicate.not(RollUpDesks::hasDesk)),
                combinations(municipal),
                Arrays.stream(Target.values())
                        .map(target -> new SurveyView.OfTarget(
                                target, sum(municipal, cell -> cell.targets().contains(target))))
                        .toList(),
                allowedActions);
    }

    private List<String> allowedActions() {
        if (caller.is(Roles.SECRETARIAT)) {
            return List.of("change");
        }
        return caller.isGovernment() && caller.government().isPresent() ? List.of("answer") : List.of();
    }

    private static List<SurveyView.Combination> combinations(List<Cell> municipal) {
        return municipal.stream()
                .filter(RollUpDesks::hasDesk)
                .sorted(Comparator.comparing(cell -> AnswerRequest.joined(cell.targets())))
                .map(cell -> new SurveyView.Combination(cell.targets(), cell.governments()))
                .toList();
    }

    private static boolean hasDesk(Cell cell) {
        return !cell.targets().isEmpty();
    }

    private static long sum(List<Cell> cells, Predicate<Cell> which) {
        return cells.stream().filter(which).mapToLong(Cell::governments).sum();
    }
}
