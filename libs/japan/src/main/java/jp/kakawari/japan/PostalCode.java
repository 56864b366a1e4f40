package jp.kakawari.japan;

/** A postal code of Japan (郵便番号): seven digits. */
public record PostalCode(String value) {

    public PostalCode {
        if (!Digits.are(value, 7)) {
            throw new IllegalArgumentException("A postal code has 7 digits: " + value);
        }
    }

    /** Reads 〒649-2401, 6492401, ６４９－２４０１. */
    public static PostalCode parse(String text) {
        String plain = Width.toAsciiWithoutSpaces(text);
        if (plain.startsWith("〒") || plain.startsWith("〠")) {
            plain = plain.substring(1);
        }
        return new PostalCode(
                plain.length() == 8 && plain.charAt(3) == '-' ? plain.substring(0, 3) + plain.substring(4) : plain);
    }

    /** As people write it: 509-4292. */
    public String hyphenated() {
        return value.substring(0, 3) + "-" + value.substring(3);
    }

    @Override
    public String toString() {
        return value;
    }
}
