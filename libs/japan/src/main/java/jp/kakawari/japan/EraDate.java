package jp.kakawari.japan;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as Japanese people and their spreadsheets write them, in the common era or in an era of Japan (和暦). */
public final class EraDate {

    private static final String DAY = "[年/.-](\\d{1,2})[月/.-](\\d{1,2})日?";
    private static final String MIDNIGHT = "0{1,2}:00(?::00(?:\\.0+)?)?";
    private static final Pattern COMMON_AT_MIDNIGHT = Pattern.compile("(\\d{4})" + DAY + MIDNIGHT);
    private static final Pattern ERA = Pattern.compile("([^\\d./-]{1,2}?)(\\d{1,2})" + DAY + "(?:" + MIDNIGHT + ")?");
    private static final Pattern ERA_DIGITS = Pattern.compile("([^\\d./-]{1,2})(\\d{2})(\\d{2})(\\d{2})");

    private EraDate() {}

    /**
     * Reads 1987/9/3, 1987-09-03, 19870903, 1987年9月3日, S62.9.3, 昭和62年9月3日, 昭62.9.3, ㍼62.9.3, R元.5.1, all of them in
     * full-width too, and with the midnight that spreadsheets add.
     *
     * <p>The year in which an era ended or began may be named by either era on any of its days (平成31年5月1日 and
     * 令和1年4月30日 are read); a day that does not exist, or a year that the era never had, is refused.
     *
     * @throws IllegalArgumentException when the text is no date, or a date that does not exist
     */
    public static LocalDate parse(String text) {
        // NFKC also opens ㍼ and ㍻ into 昭和 and 平成.
        String plain = Width.toAsciiWithoutSpaces(Normalizer.normalize(Width.toAscii(text), Normalizer.Form.NFKC));
        try {
            return read(plain.replace("元", "1"));
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("No such date: " + shown(text), impossible);
        }
    }

    private static LocalDate read(String plain) {
        LocalDate day = common(plain);
        if (day != null) {
            return day;
        }
        Matcher atMidnight = COMMON_AT_MIDNIGHT.matcher(plain);
        if (atMidnight.matches()) {
            return LocalDate.of(number(atMidnight, 1), number(atMidnight, 2), number(atMidnight, 3));
        }
        for (Pattern pattern : new Pattern[] {ERA, ERA_DIGITS}) {
            Matcher era = pattern.matcher(plain);
            if (era.matches()) {
                int year = Era.parse(era.group(1)).year(number(era, 2));
                return LocalDate.of(year, number(era, 3), number(era, 4));
            }
        }
        throw new IllegalArgumentException("Not a date: " + shown(plain));
    }

    /** 1987/9/3, 1987年9月3日, 19870903; null for anything else. Without a regular expression, for nearly all dates are these. */
    private static LocalDate common(String plain) {
        if (Digits.are(plain, 8)) {
            return LocalDate.of(Digits.number(plain, 0, 4), Digits.number(plain, 4, 6), Digits.number(plain, 6, 8));
        }
        int year = Digits.end(plain, 0);
        int month = Digits.end(plain, year + 1);
        int day = Digits.end(plain, month + 1);
        boolean whole = day == plain.length() || day == plain.length() - 1 && plain.charAt(day) == '日';
        boolean dated = whole
                && year == 4
                && "年/.-".indexOf(plain.charAt(year)) >= 0
                && "月/.-".indexOf(plain.charAt(month)) >= 0
                && isOneOrTwo(month - year - 1)
                && isOneOrTwo(day - month - 1);
        return dated
                ? LocalDate.of(
                        Digits.number(plain, 0, year),
                        Digits.number(plain, year + 1, month),
                        Digits.number(plain, month + 1, day))
                : null;
    }

    private static boolean isOneOrTwo(int digits) {
        return digits == 1 || digits == 2;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
