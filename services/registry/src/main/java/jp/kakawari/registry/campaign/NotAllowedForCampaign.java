package jp.kakawari.registry.campaign;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The campaign is in a state in which this can't be done. */
@Problem(
        status = 409,
        code = "campaign-not-allowed-now",
        title = "Not allowed for this campaign now",
        titleJa = "この配信にはいま行えません")
class NotAllowedForCampaign extends Refusal {

    NotAllowedForCampaign(String action, CampaignState state) {
        detail(
                "A campaign that is " + state + " allows no \"" + action + "\".",
                "状態が " + state + " の配信に " + action + " は行えません。");
        with("state", state);
        with("allowedActions", state.allowedActions());
    }
}
