package jp.kakawari.registry.admission;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Rules of the policy refuse the applicant; {@code why} says what each of them found. */
@Problem(status = 422, code = "not-eligible", title = "The scheme's rules are not met", titleJa = "入会の条件を満たしていません")
public class NotEligible extends Refusal {

    public NotEligible(int policy, List<Why> why) {
        detail(
                "The rules of the policy are not met; why lists what each of them found.",
                "規約の条件を満たしていません。why に理由を示します。");
        with("policy", policy);
        with("why", why.stream().map(Why::toMap).toList());
        why.stream().filter(reason -> reason.outcome() == Why.Outcome.FAILED).forEach(this::point);
    }

    private void point(Why reason) {
        String rule = reason.rule();
        if (rule.equals(Eligibility.PLEDGE)) {
            at("/pledgeVersion", reason.en(), reason.ja());
        } else if (rule.startsWith(Eligibility.QUESTION)) {
            at("/answers/" + rule.substring(Eligibility.QUESTION.length()), reason.en(), reason.ja());
        }
    }
}
