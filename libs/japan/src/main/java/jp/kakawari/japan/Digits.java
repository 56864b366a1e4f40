package jp.kakawari.japan;

/** Runs of ASCII digits: a list has five in each row, and a regular expression takes ten times as long. */
final class Digits {

    private Digits() {}

    /** Whether the text is so many digits and nothing else. */
    static boolean are(String text, int count) {
        return text.length() == count && end(text, 0) == count;
    }

    /** Where the digits end that begin there. */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** The number that stands there. */
    static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
