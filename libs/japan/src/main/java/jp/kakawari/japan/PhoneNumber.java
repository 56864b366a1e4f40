package jp.kakawari.japan;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * A telephone number, as people in Japan write it: 070-9027-4044, 03-1234-5678, 0578-73-2111; a number of another country
 * is in E.164 (+12125550123).
 */
public record PhoneNumber(String value) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Reads 07090274044, ０７０－９０２７－４０４４, (03)1234-5678, +81 90 1234 5678, +1 212 555 0123. */
    public static PhoneNumber parse(String text) {
        String plain = Width.toAsciiWithoutSpaces(text).replace('ー', '-');
        String digits = withoutPunctuation(plain);
        if (digits.startsWith("+")) {
            return international(digits);
        }
        if (!isDomestic(digits)) {
            throw new IllegalArgumentException("Not a telephone number: " + text);
        }
        return new PhoneNumber(national(digits));
    }

    private static String withoutPunctuation(String plain) {
        StringBuilder kept = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            if ("-().".indexOf(plain.charAt(i)) < 0) {
                kept.append(plain.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean isDomestic(String digits) {
        return (Digits.are(digits, 10) || Digits.are(digits, 11)) && digits.charAt(0) == '0' && digits.charAt(1) != '0';
    }

    private static PhoneNumber international(String digits) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(digits, null);
            if (number.getCountryCode() == 81) {
                return parse("0" + number.getNationalNumber());
            }
            if (!NUMBERS.isPossibleNumber(number)) {
                throw new IllegalArgumentException("Not a telephone number: " + digits);
            }
            return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException unreadable) {
            throw new IllegalArgumentException("Not a telephone number: " + digits, unreadable);
        }
    }

    private static String national(String digits) {
        // A person's own eleven digits are a mobile or IP number; the library would take 0800 for a free dial.
        if (digits.length() == 11) {
            return digits.substring(0, 3) + "-" + digits.substring(3, 7) + "-" + digits.substring(7);
        }
        Phonenumber.PhoneNumber number =
                new Phonenumber.PhoneNumber().setCountryCode(81).setNationalNumber(Long.parseLong(digits.substring(1)));
        return NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
    }

    @Override
    public String toString() {
        return value;
    }
}
