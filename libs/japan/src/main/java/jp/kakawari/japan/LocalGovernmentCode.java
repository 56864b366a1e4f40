package jp.kakawari.japan;

import java.util.regex.Pattern;

/**
 * The six-digit code of a prefecture or municipality (全国地方公共団体コード): two digits of the prefecture, three of the
 * municipality (000 for the prefecture itself), a check digit.
 */
public record LocalGovernmentCode(String value) implements Comparable<LocalGovernmentCode> {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    public LocalGovernmentCode {
        if (!SIX_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("A local government code has 6 digits: " + value);
        }
        if (checkDigit(value) != value.charAt(5)) {
            throw new IllegalArgumentException("Wrong check digit in local government code " + value);
        }
        int prefecture = Integer.parseInt(value.substring(0, 2));
        if (prefecture < 1 || prefecture > 47) {
            throw new IllegalArgumentException(
                    "No prefecture " + value.substring(0, 2) + " in local government code " + value);
        }
    }

    /** Reads the 6-digit or the 5-digit form, full-width too; a 5-digit code gets its check digit. */
    public static LocalGovernmentCode parse(String text) {
        String digits = Width.toAsciiWithoutSpaces(text);
        return new LocalGovernmentCode(isFiveDigits(digits) ? digits + checkDigit(digits) : digits);
    }

    private static boolean isFiveDigits(String text) {
        return text.length() == 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public Prefecture prefecture() {
        return Prefecture.ofNumber(Integer.parseInt(value.substring(0, 2)));
    }

    public boolean isPrefecture() {
        return value.startsWith("000", 2);
    }

    /** The weighted sum of JIS X 0401/0402: 6, 5, 4, 3, 2; 11 minus its remainder by 11, last digit. */
    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (digits.charAt(i) - '0') * (6 - i);
        }
        return (char) ('0' + (11 - sum % 11) % 10);
    }

    @Override
    public int compareTo(LocalGovernmentCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
