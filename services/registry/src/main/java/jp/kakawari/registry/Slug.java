package jp.kakawari.registry;

import java.util.regex.Pattern;

/** A code that people choose and that stands in addresses (グループコード・調査コード): small letters, digits and single hyphens, up to 64. */
public record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Slug {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code");
        }
    }

    public static Slug parse(String text) {
        return new Slug(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
