package jp.kakawari.registry.organization;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** An organisation that is suspended, has left or was never admitted does not act as a member. */
@Problem(status = 403, code = "organization-inactive", title = "Member organisation inactive", titleJa = "会員団体が活動停止中です")
class OrganizationInactive extends Refusal {

    OrganizationInactive() {
        detail(
                "Your organisation is suspended, has left or is not admitted yet. What it wrote stays; it can write nothing new.",
                "貴団体は休止中、退会済みまたは入会承認前のため、新たな登録・変更はできません。登録済みの内容はそのまま残ります。");
    }
}
