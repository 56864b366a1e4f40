package jp.kakawari.registry.fund;

import java.util.List;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** An entry is taken back once, and a counter-entry never: what was right is booked anew. */
@Problem(status = 409, code = "fund-entry-taken-back", title = "Taken back already", titleJa = "この収支の記録は取り消されています")
class EntryTakenBack extends Refusal {

    EntryTakenBack() {
        detail(
                "It was taken back, or is a counter-entry itself. Book it anew if it was right.",
                "取消済みの記録か、取消の記録です。正しい記録だった場合は、別の取引番号で改めて記録してください。");
        with("allowedActions", List.of());
    }
}
