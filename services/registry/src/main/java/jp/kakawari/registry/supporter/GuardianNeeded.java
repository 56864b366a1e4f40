package jp.kakawari.registry.supporter;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Somebody under 18 whose guardian has not consented: to a tie that they or who registered them tell, or to a consent. */
@Problem(
        status = 422,
        code = "guardian-consent-needed",
        title = "A guardian's consent is needed",
        titleJa = "保護者の同意が必要です")
public class GuardianNeeded extends Refusal {

    public GuardianNeeded() {
        detail("Whoever is under 18 needs the consent of a guardian.", "18歳未満の方は保護者の同意が必要です。");
        at("/guardian", "is needed of whoever is under 18", "18歳未満の方は保護者の氏名・続柄・連絡先と同意が必要です");
    }
}
