package jp.kakawari.registry.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.campaign.CampaignKind;
import jp.kakawari.registry.campaign.CampaignView;
import jp.kakawari.registry.campaign.Dispatch;
import jp.kakawari.registry.campaign.PlanCampaign;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.PageRequest;

/** A municipality asks a segment of its supporters, and reads how many answered and what (アンケートの実施・集計). */
@ApplicationScoped
class AskSegment {

    private final Surveys surveys;
    private final PlanCampaign campaigns;
    private final Clock clock;

    AskSegment(Surveys surveys, PlanCampaign campaigns, Clock clock) {
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Transactional
    SurveyView draft(String municipality, SurveyRequest request) {
        request.check(LocalDate.now(clock));
        CampaignView campaign = campaigns.draft(municipality, CampaignKind.SURVEY, request.letter());
        Survey survey = new Survey(NewId.next(), municipality, campaign.id(), request);
        surveys.persist(survey);
        return view(survey, Dispatch.DRAFT, campaign);
    }

    /** As long as it takes answers. */
    @Transactional
    SurveyView send(String municipality, UUID id) {
        Survey survey = surveys.held(municipality, id);
        if (!survey.isOpen(LocalDate.now(clock))) {
            throw new SurveyClosed();
        }
        return view(survey, Dispatch.BEGUN, campaigns.schedule(municipality, survey.campaign(), null));
    }

    /** Ends it before its last day, and asks nobody any more; what was never sent can't be ended. */
    @Transactional
    SurveyView close(String municipality, UUID id) {
        Survey survey = surveys.held(municipality, id);
        if (!survey.isOpen(LocalDate.now(clock))) {
            throw new SurveyClosed();
        }
        if (end(survey) != Dispatch.BEGUN) {
            throw new NotSentYet();
        }
        return shown(survey);
    }

    /** Results are of one cut, told when no answer comes any more: who asks twice, or waits for one answer more, learns nothing. */
    @Transactional
    SurveyView read(String municipality, UUID id) {
        Survey survey = surveys.of(municipality, id);
        if (!survey.isClosed() && !survey.isOpen(LocalDate.now(clock))) {
            surveys.hold(survey);
            if (!survey.isClosed()) {
                end(survey);
            }
        }
        return shown(survey);
    }

    private Dispatch end(Survey survey) {
        survey.close(clock.instant());
        return campaigns.stop(survey.municipality(), survey.campaign());
    }

    private SurveyView shown(Survey survey) {
        CampaignView campaign = campaigns.read(survey.municipality(), survey.campaign());
        Dispatch dispatch = campaigns.dispatchOf(List.of(survey.campaign())).get(survey.campaign());
        long answered = surveys.answered(survey.campaign());
        return new SurveyView(
                survey.id(),
                survey.title(),
                survey.questions(),
                survey.closesOn(),
                JapanTime.of(survey.closedAt()),
                actions(survey, dispatch),
                campaign,
                answered,
                rate(answered, campaign.deliveries().sent()),
                survey.isClosed() ? surveys.results(survey) : null);
    }

    private static BigDecimal rate(long answered, long sent) {
        return sent == 0
                ? null
                : BigDecimal.valueOf(answered).divide(BigDecimal.valueOf(sent), 2, RoundingMode.HALF_UP);
    }

    @Transactional
    List<SurveyView> page(String municipality, PageRequest page) {
        List<Survey> found = surveys.newest(municipality, page);
        Map<UUID, Dispatch> dispatches =
                campaigns.dispatchOf(found.stream().map(Survey::campaign).toList());
        return found.stream()
                .map(survey -> view(survey, dispatches.get(survey.campaign()), null))
                .toList();
    }

    long count(String municipality) {
        return surveys.countOf(municipality);
    }

    private SurveyView view(Survey survey, Dispatch dispatch, CampaignView campaign) {
        return new SurveyView(
                survey.id(),
                survey.title(),
                survey.questions(),
                survey.closesOn(),
                JapanTime.of(survey.closedAt()),
                actions(survey, dispatch),
                campaign,
                null,
                null,
                null);
    }

    private List<String> actions(Survey survey, Dispatch dispatch) {
        if (!survey.isOpen(LocalDate.now(clock))) {
            return List.of();
        }
        return switch (dispatch) {
            case DRAFT -> List.of("send");
            case BEGUN -> List.of("close");
            case DROPPED -> List.of();
        };
    }
}
