package jp.kakawari.registry.roster;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import jp.kakawari.japan.EraDate;
import jp.kakawari.japan.Kana;
import jp.kakawari.japan.PhoneNumber;
import jp.kakawari.japan.PostalCode;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.japan.Width;

/** Which values look like which column, for columns whose name does not say. */
final class Readable {

    static final Pattern EMAIL =
            Pattern.compile("[^ \\t\\n\\x0B\\f\\r@,;<>()\\[\\]\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private Readable() {}

    /** How much it says that all values read as that column: an e-mail address is nothing else, a date may be any date. */
    static double weight(Column column) {
        return switch (column) {
            case EMAIL -> 0.95;
            case PHONE, POSTAL_CODE, PREFECTURE -> 0.85;
            case KANA, BIRTH_DATE, GENDER, OCCURRED_ON -> 0.5;
            case SINCE, JOINED_ON, VALID_UNTIL -> 0.45;
            case MAIL_CONSENT, CONTACT -> 0.3;
            default -> 0;
        };
    }

    static boolean as(Column column, String value) {
        return switch (column) {
            case EMAIL -> EMAIL.matcher(Width.toAsciiWithoutSpaces(value)).matches();
            case PHONE -> parses(PhoneNumber::parse, value);
            case POSTAL_CODE -> parses(PostalCode::parse, value);
            case PREFECTURE -> Prefecture.find(value).isPresent() || Words.isOverseas(value);
            case KANA -> Kana.isKatakana(Kana.fold(value));
            case BIRTH_DATE, SINCE, OCCURRED_ON, JOINED_ON, VALID_UNTIL, ENDED_ON -> parses(EraDate::parse, value);
            case GENDER -> Words.gender(value) != null;
            case MAIL_CONSENT, CONTACT -> Words.consent(value).isPresent();
            default -> false;
        };
    }

    private static boolean parses(Consumer<String> parser, String value) {
        try {
            parser.accept(value);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
