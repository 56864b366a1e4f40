package jp.kakawari.registry.roster;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The file is larger than the operator allows; nothing of it was taken. */
@Problem(status = 413, code = "roster-too-large", title = "List too large", titleJa = "名簿が大きすぎます")
public class RosterTooLarge extends Refusal {

    public RosterTooLarge(long maxBytes) {
        detail(
                "A list may have up to %,d bytes. Split it; each part is merged on its own.".formatted(maxBytes),
                "名簿は%,dバイトまでです。分割して送信してください。".formatted(maxBytes));
        with("maxBytes", maxBytes);
    }
}
