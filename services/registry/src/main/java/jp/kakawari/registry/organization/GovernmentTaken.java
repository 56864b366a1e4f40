package jp.kakawari.registry.organization;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Another organisation is that government already. */
@Problem(status = 409, code = "government-taken", title = "Government already listed", titleJa = "その自治体は既に登録されています")
class GovernmentTaken extends Refusal {

    GovernmentTaken(String government) {
        detail(
                "Another member organisation is the government " + government + ".",
                "自治体コード " + government + " は別の会員団体として登録されています。");
    }
}
