package jp.kakawari.registry.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.registry.campaign.CampaignKind;
import jp.kakawari.registry.campaign.CampaignView;
import jp.kakawari.registry.campaign.PlanCampaign;
import jp.kakawari.registry.supporter.NewId;
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
        return view(survey, campaign);
    }

    @Transactional
    SurveyView send(String municipality, UUID id) {
        Survey survey = surveys.of(municipality, id);
        return view(survey, campaigns.schedule(municipality, survey.campaign(), null));
    }

    /** Ends it before its last day; what was never sent can't be ended. */
    @Transactional
    SurveyView close(String municipality, UUID id) {
        Survey survey = surveys.held(municipality, id);
        if (!survey.isOpen(LocalDate.now(clock))) {
            throw new SurveyClosed();
        }
        if (campaigns.isDraft(municipality, survey.campaign())) {
            throw new NotSentYet();
        }
        survey.close(clock.instant());
        return shown(survey);
    }

    /** Results are of one cut, told when no answer comes any more: who asks twice, or waits for one answer more, learns nothing. */
    @Transactional
    SurveyView read(String municipality, UUID id) {
        Survey survey = surveys.of(municipality, id);
        if (!survey.isClosed() && !survey.isOpen(LocalDate.now(clock))) {
            survey = surveys.held(municipality, id);
            survey.close(clock.instant());
        }
        return shown(survey);
    }

    private SurveyView shown(Survey survey) {
        CampaignView campaign = campaigns.read(survey.municipality(), survey.campaign());
        long answered = surveys.answered(survey.campaign());
        return new SurveyView(
                survey.id(),
                survey.title(),
                survey.questions(),
                survey.closesOn(),
                actions(survey, campaign.allowedActions().contains("schedule")),
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
        Set<UUID> drafts =
                campaigns.draftsAmong(found.stream().map(Survey::campaign).toList());
        return found.stream()
                .map(survey -> view(survey, actions(survey, drafts.contains(survey.campaign())), null))
                .toList();
    }

    long count(String municipality) {
        return surveys.countOf(municipality);
    }

    private SurveyView view(Survey survey, CampaignView campaign) {
        return view(survey, actions(survey, campaign.allowedActions().contains("schedule")), campaign);
    }

    private static SurveyView view(Survey survey, List<String> allowedActions, CampaignView campaign) {
        return new SurveyView(
                survey.id(),
                survey.title(),
                survey.questions(),
                survey.closesOn(),
                allowedActions,
                campaign,
                null,
                null,
                null);
    }

    private List<String> actions(Survey survey, boolean draft) {
        if (draft) {
            return List.of("send");
        }
        return survey.isOpen(LocalDate.now(clock)) ? List.of("close") : List.of();
    }
}
