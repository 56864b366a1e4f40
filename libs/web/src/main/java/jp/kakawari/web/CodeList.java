package jp.kakawari.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A code list in both languages, for {@code /v1/code-lists/{name}} (コード一覧). */
public record CodeList(String name, List<Code> codes) {

    public record Code(String code, String ja, String en) {}

    /** Each constant with its Japanese name; the English one is the constant's name in words. */
    public static <E extends Enum<E>> CodeList of(String name, Class<E> type, Function<E, String> ja) {
        return of(
                name,
                type,
                ja,
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Each constant with both its names; the English one begins with a capital letter. */
    public static <E extends Enum<E>> CodeList of(
            String name, Class<E> type, Function<E, String> ja, Function<E, String> en) {
        return new CodeList(
                name,
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> new Code(constant.name(), ja.apply(constant), capital(en.apply(constant))))
                        .toList());
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
