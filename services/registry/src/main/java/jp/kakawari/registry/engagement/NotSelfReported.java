package jp.kakawari.registry.engagement;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A person takes back only what they reported themself and nobody has decided on. */
@Problem(status = 409, code = "not-self-reported", title = "Decided already", titleJa = "確認済みの記録は取り下げられません")
class NotSelfReported extends Refusal {

    NotSelfReported() {
        detail(
                "Only a report that nobody has decided on can be withdrawn. Ask the municipality.",
                "取り下げられるのは確認前の申告だけです。訂正は自治体へお問い合わせください。");
        with("allowedActions", List.of());
    }
}
