package jp.kakawari.registry.membership;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Nobody is twice a member of one scheme, nor applies twice. */
@Problem(status = 409, code = "already-member", title = "Already a member or applicant", titleJa = "すでに会員、または申込中です")
class AlreadyMember extends Refusal {

    AlreadyMember() {
        detail(
                "There is an active membership or an application of this person in this scheme.",
                "この方には、この制度の有効な会員資格、または審査中の申込があります。");
    }
}
