package jp.kakawari.matching.recommendation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kakawari.contracts.Mode;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.matching.Bilingual;

/** Says in a sentence why a feature speaks for a program. */
final class Sentences {
    private Sentences() {}

    static Bilingual of(Feature feature, Candidate candidate, Seeker seeker, List<String> shared) {
        return switch (feature) {
            case INTEREST ->
                words(shared, "ご関心の%sに合います", "Matches your interest in %s", "ご関心に近い内容です", "Close to your interests");
            case WISH -> words(shared, "ご希望の%sに合います", "Matches your wish: %s", "ご希望に近い内容です", "Close to your wishes");
            case SKILL ->
                words(shared, "%sの経験を生かせます", "Your skill in %s is of use", "できることを生かせます", "Your skills are of use");
            case PLACE -> place(candidate, seeker);
            case RESIDENCE -> residence(seeker);
            case AGE -> new Bilingual("あなたの年代に向けた募集です", "It is meant for your age");
            case MODE -> mode(candidate.mode());
            case DEPTH ->
                seeker.beginner()
                        ? new Bilingual("はじめての方でも気軽に参加できます", "A light way in for a beginner")
                        : new Bilingual("関わりを深め、地域の課題に取り組めます", "Deepens your involvement in solving local issues");
            case SMALL_TOWN -> new Bilingual("人口の少ない地域が募集しています", "Offered by a small municipality");
        };
    }

    /** The shared words in a sentence with a place for them, or the vague sentence where there are none to show. */
    static Bilingual words(List<String> shared, String ja, String en, String vagueJa, String vagueEn) {
        if (shared.isEmpty()) {
            return new Bilingual(vagueJa, vagueEn);
        }
        return new Bilingual(
                ja.formatted(shared.stream().map(word -> "「" + word + "」").collect(Collectors.joining())),
                en.formatted(String.join(", ", shared)));
    }

    private static Bilingual place(Candidate candidate, Seeker seeker) {
        String tied = nameOfShared(candidate, seeker.ties());
        if (tied != null) {
            return new Bilingual("縁のある" + tied + "での募集です", "In " + tied + ", to which you have a tie");
        }
        String longed = nameOfShared(candidate, seeker.longings());
        return longed != null
                ? new Bilingual("お話に出た" + longed + "での募集です", "In " + longed + ", which you named")
                : new Bilingual("縁のある地域の近くです", "Near a place that you have a tie to");
    }

    private static String nameOfShared(Candidate candidate, Set<String> places) {
        return places.stream()
                .filter(candidate.places()::contains)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(code -> code))
                .findFirst()
                .map(Sentences::name)
                .orElse(null);
    }

    private static String name(String place) {
        return place.length() == 2
                ? Prefecture.parse(place).ja()
                : Municipalities.byCode(new LocalGovernmentCode(place))
                        .map(Municipality::name)
                        .orElse(place);
    }

    private static Bilingual residence(Seeker seeker) {
        Prefecture prefecture = Prefecture.parse(seeker.prefecture());
        return new Bilingual("お住まいの" + prefecture.ja() + "の方に向けた内容があります", "It turns to people in " + prefecture.en());
    }

    private static Bilingual mode(Mode mode) {
        return switch (mode) {
            case ONSITE -> new Bilingual("現地で参加できます", "On site, as you prefer");
            case ONLINE -> new Bilingual("オンラインで参加できます", "Online, as you prefer");
            case URBAN -> new Bilingual("都市部で参加できます", "In a city, as you prefer");
            case HYBRID -> new Bilingual("ご希望の形で参加できます（現地・オンライン・都市部の併用）", "Can be joined the way that you prefer");
        };
    }
}
