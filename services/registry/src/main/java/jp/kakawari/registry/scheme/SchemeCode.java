package jp.kakawari.registry.scheme;

import java.util.Locale;
import java.util.regex.Pattern;
import jp.kakawari.japan.Width;

/** The code of a scheme (制度コード), one on the whole platform: small letters, digits and single hyphens, up to 64. */
public record SchemeCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public SchemeCode {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the code of a scheme");
        }
    }

    public static SchemeCode parse(String text) {
        return new SchemeCode(text);
    }

    /** One form for one code, however an office wrote it. */
    public static String fold(String text) {
        return Width.toAsciiWithoutSpaces(text).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
