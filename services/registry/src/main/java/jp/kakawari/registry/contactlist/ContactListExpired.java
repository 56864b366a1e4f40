package jp.kakawari.registry.contactlist;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** It was for a time, which is over. */
@Problem(status = 410, code = "contact-list-expired", title = "The list has expired", titleJa = "名簿の利用期限を過ぎています")
class ContactListExpired extends Refusal {

    ContactListExpired() {
        detail("Make another one, for the purpose that you have now.", "いまの利用目的で、あらためて作成してください。");
    }
}
