package jp.kakawari.registry.group;

import java.util.regex.Pattern;

/** The code of a group (グループコード), one on the whole platform: small letters, digits and single hyphens, up to 64. */
public record GroupCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public GroupCode {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the code of a group");
        }
    }

    public static GroupCode parse(String text) {
        return new GroupCode(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
