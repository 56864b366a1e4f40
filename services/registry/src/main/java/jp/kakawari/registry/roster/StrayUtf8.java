package jp.kakawari.registry.roster;

/**
 * Finds the line of UTF-8 in a list that is windows-31j: whoever joined two files made one, and most of it can be read as
 * windows-31j all the same, as the wrong characters (山田 as 螻ｱ逕ｰ).
 *
 * <p>A line is taken for UTF-8 if all that isn't ASCII in it is strict UTF-8 and one character at least has three bytes, as
 * kana and kanji have. What windows-31j writes is next to never so: mostly its first byte already begins no character of
 * UTF-8. Two bytes prove nothing, half-width kana look like them.
 */
final class StrayUtf8 {

    private long line;
    private boolean afterReturn;
    private boolean refuted;
    private boolean found;
    private int following;

    /** @param line that the first byte is on */
    StrayUtf8(long line) {
        this.line = line;
    }

    /**
     * Looks at bytes that were read as windows-31j.
     *
     * @throws UnreadableRoster naming the line
     */
    void watch(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte next = bytes[i];
            if (next == '\n' || next == '\r') {
                endLine();
                line += next == '\r' || !afterReturn ? 1 : 0;
                afterReturn = next == '\r';
            } else {
                afterReturn = false;
                if (!refuted) {
                    look(next & 0xFF);
                }
            }
        }
    }

    /** The same for a last line without an end. */
    void endLine() {
        if (found && following == 0 && !refuted) {
            throw new UnreadableRoster(
                    line,
                    "this line is UTF-8 in a file of windows-31j (Shift_JIS); save all of it in one encoding",
                    "windows-31j（Shift_JIS）のファイルの中に、この行だけUTF-8の文字があります。文字コードをそろえて保存し直してください");
        }
        refuted = false;
        found = false;
        following = 0;
    }

    /** Two, three and four bytes by how the first begins; overlong ones and surrogates aren't looked for. */
    private void look(int next) {
        if (following > 0) {
            refuted = next < 0x80 || next > 0xBF;
            following--;
        } else if (next >= 0xE0 && next <= 0xEF) {
            found = true;
            following = 2;
        } else if (next >= 0xC2 && next <= 0xDF) {
            following = 1;
        } else if (next >= 0xF0 && next <= 0xF4) {
            following = 3;
        } else {
            refuted = next >= 0x80;
        }
    }
}
