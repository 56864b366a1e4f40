package jp.kakawari.registry.opinion;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** Only members of the scheme are heard. */
@Problem(status = 403, code = "not-a-member", title = "Not a member", titleJa = "会員ではありません")
class NotAMember extends Refusal {

    NotAMember() {
        detail("Opinions are heard of members whose membership holds today.", "意見を投稿できるのは、この制度の有効な会員です。");
    }
}
