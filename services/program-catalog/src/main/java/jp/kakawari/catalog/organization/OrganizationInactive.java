package jp.kakawari.catalog.organization;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A member organisation that is suspended or has left may not put anything before the public. */
@Problem(status = 403, code = "organization-inactive", title = "Member organisation inactive", titleJa = "会員団体が活動停止中です")
class OrganizationInactive extends Refusal {
    OrganizationInactive() {
        detail(
                "The host is suspended or has left; its programs can't be published.",
                "受入団体が休止中または退会済みのため、プログラムを公開できません。");
    }
}
