package jp.kakawari.registry.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Numbers as a person would have typed them: 1001 for 1001.0 and 1.001E3, a date for the number of its day. */
final class CellNumber {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]{1,25}([eE][-+]?[0-9]{1,2})?");
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate BEGIN_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    private static final int THE_DAY_THAT_NEVER_WAS = 60;

    private CellNumber() {}

    /** Without exponent and trailing zeros; unchanged when it is no number of a list. */
    static String plain(String number) {
        BigDecimal value = value(number);
        return value == null ? number : value.stripTrailingZeros().toPlainString();
    }

    /** ISO date of a day that a workbook counts; its 29 February 1900 comes out as that, and is no date. */
    static String date(String number, boolean from1904) {
        BigDecimal value = value(number);
        if (value == null || value.signum() < 0 || value.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return plain(number);
        }
        int day = value.intValue();
        if (from1904) {
            return BEGIN_1904.plusDays(day).toString();
        }
        if (day == THE_DAY_THAT_NEVER_WAS) {
            return "1900-02-29";
        }
        return BEFORE_1900
                .plusDays(day > THE_DAY_THAT_NEVER_WAS ? day - 1L : day)
                .toString();
    }

    private static BigDecimal value(String number) {
        try {
            return NUMBER.matcher(number).matches() ? new BigDecimal(number) : null;
        } catch (NumberFormatException twoPoints) {
            return null;
        }
    }
}
