package jp.kakawari.catalog.need;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** A need that a program refers to can't vanish under it. */
@Problem(status = 409, code = "need-answered", title = "Need answered", titleJa = "プログラムが応えている困りごとです")
class NeedAnswered extends Refusal {
    NeedAnswered() {
        detail("A program refers to this need, so it stays.", "この困りごとに応えるプログラムがあるため、取り下げられません。");
        with("allowedActions", List.of());
    }
}
