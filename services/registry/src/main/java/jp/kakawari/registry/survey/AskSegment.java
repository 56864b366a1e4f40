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

    /** While a survey is open its results are told once so many more have answered, so that none shows what one person chose. */
    private static final int STEP = 10;

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

    @Transactional
    SurveyView read(String municipality, UUID id) {
        Survey survey = surveys.of(municipality, id);
        CampaignView campaign = campaigns.read(municipality, survey.campaign());
        long answered = surveys.answered(survey.campaign());
        boolean closed = !survey.isOpen(LocalDate.now(clock));
        boolean told = answered >= STEP && (closed || answered % STEP == 0);
        return new SurveyView(
                id,
                survey.title(),
                survey.questions(),
                survey.closesOn(),
                actions(campaign.allowedActions().contains("schedule")),
                campaign,
                answered,
                rate(answered, campaign.deliveries().sent()),
                told ? surveys.results(survey) : null);
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
                .map(survey -> view(survey, actions(drafts.contains(survey.campaign())), null))
                .toList();
    }

    long count(String municipality) {
        return surveys.countOf(municipality);
    }

    private static SurveyView view(Survey survey, CampaignView campaign) {
        return view(survey, actions(campaign.allowedActions().contains("schedule")), campaign);
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

    private static List<String> actions(boolean draft) {
        return draft ? List.of("send") : List.of();
    }
}
