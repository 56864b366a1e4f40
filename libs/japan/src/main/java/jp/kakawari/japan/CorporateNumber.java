package jp.kakawari.japan;

import java.util.regex.Pattern;

/** The 13-digit number of a legal entity (法人番号) with its leading check digit. */
public record CorporateNumber(String value) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{13}");

    public CorporateNumber {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("A corporate number has 13 digits: " + value);
        }
        if (checkDigit(value) != value.charAt(0)) {
            throw new IllegalArgumentException("Wrong check digit in corporate number " + value);
        }
    }

    /** Reads it with or without hyphens or a leading T (invoice number), full-width too. */
    public static CorporateNumber parse(String text) {
        String plain = Width.toAsciiWithoutSpaces(text).replace("-", "");
        return new CorporateNumber(plain.startsWith("T") ? plain.substring(1) : plain);
    }

    /** 9 minus the remainder by 9 of the digits weighted 1, 2, 1, 2 … from the right (法人番号の指定等に関する省令). */
    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 1; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
        }
        return (char) ('0' + 9 - sum % 9);
    }

    @Override
    public String toString() {
        return value;
    }
}
