package jp.kakawari.matching.recommendation;

import java.util.List;
import java.util.Locale;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.Stage;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.matching.Bilingual;
import jp.kakawari.matching.supporter.Reachable;

/** Says in a sentence why a feature speaks for a supporter, to those who look for helpers. */
final class NeedSentences {
    private NeedSentences() {}

    static Bilingual of(Feature feature, Reachable supporter, List<String> shared, Nearness nearness) {
        return switch (feature) {
            case SKILL ->
                Sentences.words(shared, "できること%sが合います", "Can do %s", "できることが近い方です", "Can do something close to it");
            case INTEREST ->
                Sentences.words(shared, "%sに関心があります", "Is interested in %s", "関心が近い方です", "Has interests close to it");
            case RESIDENCE -> home(supporter, nearness);
            case DEPTH -> depth(supporter.stage());
            case MODE -> mode(supporter.mode());
            case WISH, PLACE, AGE, SMALL_TOWN ->
                throw new IllegalArgumentException(feature + " says nothing of a supporter");
        };
    }

    private static Bilingual home(Reachable supporter, Nearness nearness) {
        if (supporter.resident()) {
            return new Bilingual("困りごとのある市区町村にお住まいです", "Lives in the municipality itself");
        }
        Prefecture prefecture = Prefecture.parse(supporter.prefecture());
        if (nearness.isIn(prefecture)) {
            return new Bilingual(
                    "同じ" + prefecture.ja() + "にお住まいです", "Lives in the same prefecture, " + prefecture.en());
        }
        long tens = Math.round(nearness.kilometres(supporter.prefecture()) / 10) * 10;
        return new Bilingual(
                prefecture.ja() + "にお住まいです（およそ" + tens + "km）",
                "Lives in " + prefecture.en() + ", about " + tens + " km away");
    }

    private static Bilingual depth(Stage stage) {
        return new Bilingual(
                "関わりの段階は「" + stage.ja() + "」です",
                "The tie has come to the step " + stage.name().toLowerCase(Locale.ROOT));
    }

    private static Bilingual mode(Mode mode) {
        return new Bilingual(
                "希望する参加形態（" + mode.ja() + "）が合います",
                "Prefers a way of taking part that fits: " + mode.name().toLowerCase(Locale.ROOT));
    }
}
