package jp.kakawari.web;

import java.util.List;
import java.util.Locale;

/** Japanese unless the caller prefers English. */
final class Languages {
    private Languages() {}

    static boolean prefersEnglish(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) {
            return false;
        }
        try {
            List<Locale.LanguageRange> byPreference = Locale.LanguageRange.parse(acceptLanguage);
            return byPreference.stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-")[0])
                    .filter(language -> language.equals("ja") || language.equals("en") || language.equals("*"))
                    .findFirst()
                    .filter("en"::equals)
                    .isPresent();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
