package jp.kakawari.registry.supporter;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The person refused or withdrew it themself, which nobody undoes for them. */
@Problem(status = 409, code = "refused-by-the-person", title = "Refused by the person", titleJa = "本人が同意していません")
public class RefusedByThePerson extends Refusal {

    public RefusedByThePerson() {
        detail("The person refused or withdrew it; only they can give it again.", "本人が不同意または撤回しています。再度の同意は本人だけができます。");
    }
}
