package jp.kakawari.registry.roster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kakawari.japan.Width;
import jp.kakawari.registry.personal.Personal.Gender;
import jp.kakawari.registry.supporter.Origin;

/** The words that stand in cells with a choice. */
public final class Words {

    private static final Set<String> YES = Set.of(
            "○", "〇", "◯", "◎", "●", "はい", "1", "YES", "Y", "TRUE", "有", "あり", "可", "同意", "同意する", "同意します", "希望", "希望する",
            "希望します", "済", "✓", "✔", "レ");
    private static final Set<String> NO = Set.of(
            "", "×", "✕", "✖", "X", "いいえ", "0", "NO", "N", "FALSE", "無", "なし", "不可", "否", "不同意", "同意しない", "同意しません",
            "希望しない", "希望しません", "不要", "-");
    private static final Set<String> OVERSEAS = Set.of("海外", "国外", "外国", "日本国外", "OVERSEAS");

    private static final Pattern SEPARATORS = Pattern.compile("[、,，|｜・･;；/／\\r\\n]");
    private static final Pattern SEPARATORS_OF_NAMES = Pattern.compile("[、,，|｜;；/／\\r\\n]");

    private Words() {}

    /** Consent (同意); empty for a word that says neither. An empty cell is no consent. */
    public static Optional<Boolean> consent(String cell) {
        String word = plain(cell);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    static boolean isOverseas(String cell) {
        return OVERSEAS.contains(plain(cell));
    }

    /** 1 and 2 as in JIS X 0303; null for anything that does not say. */
    static Gender gender(String cell) {
        return switch (plain(cell)) {
            case "1", "男", "男性", "M", "MALE" -> Gender.MALE;
            case "2", "女", "女性", "F", "FEMALE" -> Gender.FEMALE;
            case "9", "その他", "X", "OTHER" -> Gender.OTHER;
            default -> null;
        };
    }

    /** Several things in one cell, separated as people do (、 , | ・ ; / and line breaks), each once. */
    static List<String> list(String cell) {
        return SEPARATORS
                .splitAsStream(cell)
                .map(Width::trim)
                .filter(word -> !word.isEmpty())
                .map(Width::unify)
                .distinct()
                .toList();
    }

    /** Some origins have a ・ in their name, so a whole name is tried before its parts. */
    static List<Origin> origins(String cell) {
        return SEPARATORS_OF_NAMES
                .splitAsStream(cell)
                .map(Words::withoutEdges)
                .flatMap(name -> Origin.named(name)
                        .map(Stream::of)
                        .orElseGet(() -> list(name).stream()
                                .map(word -> Origin.named(word).orElse(Origin.OTHER))))
                .distinct()
                .toList();
    }

    private static String withoutEdges(String word) {
        return Width.unify(Width.trim(word));
    }

    private static String plain(String cell) {
        return Width.toAsciiWithoutSpaces(cell).toUpperCase(Locale.ROOT);
    }
}
