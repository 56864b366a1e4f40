package jp.kakawari.matching.application;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Somebody under 18 whose guardian has not consented, or has taken the consent back. */
@Problem(
        status = 422,
        code = "guardian-consent-needed",
        title = "A guardian's consent is needed",
        titleJa = "保護者の同意が必要です")
class GuardianNeeded extends Refusal {
    private GuardianNeeded(String what, String whatJa) {
        detail(
                "Whoever is under 18 needs the consent of a guardian, told to the registry, before anybody %s for them."
                        .formatted(what),
                "18歳未満の方の%sには、台帳（registry）に登録された保護者の同意が必要です。".formatted(whatJa));
    }

    static GuardianNeeded toApply() {
        GuardianNeeded needed = new GuardianNeeded("applies", "応募");
        needed.at("/supporter", "has no guardian who consented", "保護者の同意が登録されていません");
        return needed;
    }

    static GuardianNeeded toTakeThePlace() {
        return new GuardianNeeded("takes a place", "受諾・採用");
    }
}
