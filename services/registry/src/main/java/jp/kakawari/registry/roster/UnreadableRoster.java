package jp.kakawari.registry.roster;

import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;

/** The file as a whole is no list of supporters; nothing of it was taken. Names the place where it goes wrong. */
@Problem(status = 422, code = "unreadable-roster", title = "Unreadable list", titleJa = "名簿を読み取れません")
public class UnreadableRoster extends Refusal {

    UnreadableRoster(long line, String en, String ja) {
        detail("Line " + line + ": " + en + ".", line + "行目: " + ja + "。");
        with("line", line);
    }

    /** For what is wrong around the rows: a part of a workbook, or the compression. */
    UnreadableRoster(String part, String en, String ja) {
        detail(part + ": " + en + ".", part + ": " + ja + "。");
        with("part", part);
    }
}
