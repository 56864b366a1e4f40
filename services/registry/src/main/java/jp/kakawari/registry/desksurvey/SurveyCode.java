package jp.kakawari.registry.desksurvey;

import java.util.regex.Pattern;

/** The code of a survey (調査コード): small letters, digits and single hyphens, up to 64. */
public record SurveyCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public SurveyCode {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the code of a survey");
        }
    }

    public static SurveyCode parse(String text) {
        return new SurveyCode(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
