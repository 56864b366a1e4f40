package jp.kakawari.matching.recommendation;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.web.InvalidBody;

/**
 * Who looks for a program, known or anonymous, as scoring needs it.
 *
 * @param prefecture two digits, null overseas or unknown
 * @param ageBand as in {@link SupporterChanged}
 * @param ties codes of municipalities (six digits) and prefectures (two) that they have a tie to
 * @param longings codes of places that their words name
 * @param beginner whether they have not taken part anywhere yet
 */
record Seeker(
        String prefecture,
        String ageBand,
        Text interests,
        Text skills,
        Text wishes,
        Mode mode,
        Set<String> ties,
        Set<String> longings,
        boolean beginner) {

    static Seeker of(SupporterChanged supporter) {
        Text interests = joined(supporter.interests());
        return new Seeker(
                supporter.prefecture(),
                supporter.ageBand(),
                interests,
                joined(supporter.skills()),
                Text.of(""),
                supporter.mode(),
                supporter.ties().stream()
                        .map(SupporterChanged.Tie::municipality)
                        .collect(Collectors.toSet()),
                Places.in(interests),
                supporter.ties().stream()
                        .map(SupporterChanged.Tie::lastActiveOn)
                        .noneMatch(Objects::nonNull));
    }

    /** What an anonymous profile tells; ties are codes or words that name places. */
    static Seeker of(Profile profile) {
        Set<String> ties = new HashSet<>();
        for (int i = 0; i < profile.ties().size(); i++) {
            ties.addAll(placesIn(profile.ties().get(i), "/ties/" + i));
        }
        Text interests = joined(profile.interests());
        Text wishes = Text.of(profile.wishes() + "、" + String.join("、", profile.ties()));
        Set<String> longings = new HashSet<>(Places.in(interests));
        longings.addAll(Places.in(wishes));
        return new Seeker(
                profile.prefectureCode(),
                profile.ageBand(),
                interests,
                joined(profile.skills()),
                wishes,
                profile.mode(),
                ties,
                longings,
                profile.ties().isEmpty());
    }

    private static Set<String> placesIn(String tie, String pointer) {
        try {
            return Places.inOrOf(tie);
        } catch (IllegalArgumentException wrongCode) {
            throw new InvalidBody()
                    .at(pointer, "is not the code of a municipality or prefecture", "全国地方公共団体コードではありません");
        }
    }

    private static Text joined(List<String> texts) {
        return Text.of(texts == null ? "" : String.join("、", texts));
    }
}
