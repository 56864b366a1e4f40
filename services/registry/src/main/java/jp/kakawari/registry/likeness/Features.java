package jp.kakawari.registry.likeness;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.kakawari.japan.Kana;
import jp.kakawari.japan.KanjiVariants;
import jp.kakawari.japan.Width;
import jp.kakawari.registry.personal.Personal;

/**
 * Personal data in the form in which they are compared: what people, lists and clerks spell in different ways is spelt in
 * one. Absent parts are null. It never prints itself.
 *
 * @param kana without voice of length, spaces and small kana (ショウコ, シヨーコ → シヨウコ)
 * @param kanji with variants in their common form
 */
record Features(
        Name kana,
        Name kanji,
        LocalDate birthDate,
        Personal.Gender gender,
        String phone,
        String email,
        String address,
        String postalCode) {

    /** A name in one script. */
    record Name(String family, String given) {

        /** Both parts without a space; null for none. */
        String whole() {
            String whole = (family == null ? "" : family) + (given == null ? "" : given);
            return whole.isEmpty() ? null : whole;
        }
    }

    private static final Pattern STEPS_OF_AN_ADDRESS = Pattern.compile("丁目|番地の|番地|番|号|(?<=[0-9])の(?=[0-9])");
    private static final Pattern HYPHENS = Pattern.compile("-+");
    private static final Pattern LAST_HYPHEN = Pattern.compile("-(?=[^0-9]|$)");
    private static final String SMALL = "ァィゥェォッャュョヮヵヶヂヅヲ";
    private static final String LARGE = "アイウエオツヤユヨワカケジズオ";

    static Features of(Personal personal) {
        return new Features(
                new Name(kana(personal.familyNameKana()), kana(personal.givenNameKana())),
                new Name(kanji(personal.familyName()), kanji(personal.givenName())),
                personal.birthDate(),
                personal.gender(),
                personal.phone(),
                personal.email() == null ? null : personal.email().strip().toLowerCase(Locale.ROOT),
                address(personal.address()),
                personal.postalCode());
    }

    private static String kana(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder folded = new StringBuilder();
        Kana.fold(text).chars().filter(c -> c != ' ' && c != 'ー' && c != '・').forEach(c -> {
            int small = SMALL.indexOf(c);
            folded.append(small < 0 ? (char) c : LARGE.charAt(small));
        });
        return folded.isEmpty() ? null : folded.toString();
    }

    private static String kanji(String text) {
        if (text == null) {
            return null;
        }
        String folded = Width.toAsciiWithoutSpaces(KanjiVariants.fold(text)).toLowerCase(Locale.ROOT);
        return folded.isEmpty() ? null : folded;
    }

    private static String address(String text) {
        if (text == null) {
            return null;
        }
        String plain = Width.toAsciiWithoutSpaces(Normalizer.normalize(KanjiVariants.fold(text), Normalizer.Form.NFKC))
                .replace('ヶ', 'ケ')
                .replace('ー', '-');
        String stepped = STEPS_OF_AN_ADDRESS.matcher(plain).replaceAll("-");
        return LAST_HYPHEN.matcher(HYPHENS.matcher(stepped).replaceAll("-")).replaceAll("");
    }

    @Override
    public String toString() {
        return "Features[…]";
    }
}
