package jp.kakawari.catalog.organization;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A member organisation that is suspended or has left may not put anything before the public. */
@Problem(status = 403, code = "organization-inactive", title = "Member organisation inactive", titleJa = "会員団体が活動停止中です")
class OrganizationInactive extends Refusal {
    OrganizationInactive() {
        detail(
                "The host is suspended or has left; it can neither publish a program nor change a public one.",
                "受入団体が休止中または退会済みのため、プログラムの公開や、公開中の内容の変更はできません。");
    }
}
