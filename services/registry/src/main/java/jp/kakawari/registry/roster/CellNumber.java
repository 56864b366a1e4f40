package jp.kakawari.registry.roster;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as a person would have typed them: 1001 for 1001.0 and 1.001E3. */
final class CellNumber {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]{1,25}([eE][-+]?[0-9]{1,2})?");

    private CellNumber() {}

    /** Without exponent and trailing zeros; unchanged when it is no number of a list. */
    static String plain(String number) {
        BigDecimal value = value(number);
        return value == null ? number : value.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal value(String number) {
        try {
            return NUMBER.matcher(number).matches() ? new BigDecimal(number) : null;
        } catch (NumberFormatException twoPoints) {
            return null;
        }
    }
}
