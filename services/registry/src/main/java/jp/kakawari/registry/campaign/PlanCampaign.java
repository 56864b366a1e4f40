package jp.kakawari.registry.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/**
 * A municipality writes to its supporters: draft, schedule, cancel (配信の下書き・予約・中止). Sending is done in the background by
 * whoever finds that its time has come.
 */
@ApplicationScoped
public class PlanCampaign {

    private final Campaigns campaigns;
    private final ActiveMembers members;
    private final Caller caller;
    private final Clock clock;

    PlanCampaign(Campaigns campaigns, ActiveMembers members, Caller caller, Clock clock) {
        this.campaigns = campaigns;
        this.members = members;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public CampaignView draft(String municipality, CampaignKind kind, CampaignRequest request) {
        members.callerMustBeActive();
        request.check();
        Campaign campaign = begin(municipality, kind, null);
        campaign.write(request, clock.instant());
        campaigns.persist(campaign);
        return campaign.view(null);
    }

    @Transactional
    CampaignView change(String municipality, UUID id, String ifMatch, CampaignRequest request) {
        members.callerMustBeActive();
        Campaign campaign = campaigns.held(municipality, id);
        ETags.mustMatch(ifMatch, campaign.revision());
        request.check();
        campaign.write(request, clock.instant());
        return campaign.view(null);
    }

    /** @param at null for now */
    @Transactional
    public CampaignView schedule(String municipality, UUID id, Instant at) {
        members.callerMustBeActive();
        Campaign campaign = campaigns.held(municipality, id);
        campaign.schedule(at, clock.instant());
        return campaign.view(null);
    }

    @Transactional
    CampaignView cancel(String municipality, UUID id) {
        Campaign campaign = campaigns.held(municipality, id);
        campaign.cancel(clock.instant());
        campaigns.dropWaiting(id);
        return campaign.view(campaigns.counts(id));
    }

    /** Whatever the mail server has not yet heard of is sent to nobody; answers how far it had come until then. */
    @Transactional
    public Dispatch stop(String municipality, UUID id) {
        Campaign campaign = campaigns.held(municipality, id);
        Dispatch before = campaigns.dispatchOf(List.of(id)).get(id);
        if (campaign.state().allowedActions().contains("cancel")) {
            campaign.cancel(clock.instant());
            campaigns.dropWaiting(id);
        }
        return before;
    }

    /**
     * Calls for help after a disaster (災害時の呼びかけ). The call for an event is one, however often it is sent: who was told is
     * not told again, who has agreed since is.
     */
    @Transactional
    CampaignView call(String municipality, String event, CampaignRequest request) {
        members.callerMustBeActive();
        request.check();
        Campaign campaign = campaigns.call(municipality, event).orElse(null);
        if (campaign == null) {
            campaign = begin(municipality, CampaignKind.DISASTER_CALL, event);
            campaign.write(request, clock.instant());
            campaign.schedule(null, clock.instant());
            campaigns.persist(campaign);
        } else {
            campaign.sendAgain(clock.instant());
        }
        return campaign.view(null);
    }

    private Campaign begin(String municipality, CampaignKind kind, String event) {
        UUID sender = caller.organization().orElseThrow(NotYours::new);
        return new Campaign(NewId.next(), municipality, kind, event, sender, clock.instant());
    }

    @Transactional
    public CampaignView read(String municipality, UUID id) {
        return campaigns.of(municipality, id).view(campaigns.counts(id));
    }

    /** How far each of them came. */
    public Map<UUID, Dispatch> dispatchOf(Collection<UUID> some) {
        return some.isEmpty() ? Map.of() : campaigns.dispatchOf(some);
    }

    @Transactional
    List<CampaignView> page(String municipality, CampaignState state, PageRequest page) {
        return campaigns.newest(municipality, state, page).stream()
                .map(campaign -> campaign.view(null))
                .toList();
    }

    long count(String municipality, CampaignState state) {
        return campaigns.count(municipality, state);
    }
}
