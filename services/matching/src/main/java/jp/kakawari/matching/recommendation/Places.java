package jp.kakawari.matching.recommendation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.japan.Prefecture;

/**
 * The places that a text names, as codes: six digits for a municipality, two for a prefecture. A municipality is found
 * with its kind (飛騨市) and without (飛騨), unless that is a common word or a prefecture's name.
 */
final class Places {
    private static final Map<String, String> REGIONS = Map.ofEntries(
            Map.entry("首都圏", "11 12 13 14"),
            Map.entry("関東", "08 09 10 11 12 13 14"),
            Map.entry("都内", "13"),
            Map.entry("東北", "02 03 04 05 06 07"),
            Map.entry("北陸", "16 17 18"),
            Map.entry("東海", "21 22 23 24"),
            Map.entry("関西", "25 26 27 28 29 30"),
            Map.entry("関西圏", "25 26 27 28 29 30"),
            Map.entry("近畿", "25 26 27 28 29 30"),
            Map.entry("山陰", "31 32"),
            Map.entry("山陽", "33 34 35"),
            Map.entry("四国", "36 37 38 39"),
            Map.entry("九州", "40 41 42 43 44 45 46"));

    private static final Phrases<String> NAMES = names();

    private Places() {}

    /** The codes of the places that a text names. */
    static Set<String> in(Text text) {
        return NAMES.in(text).stream().flatMap(found -> found.values().stream()).collect(Collectors.toSet());
    }

    /**
     * The same for a text that may be a code itself.
     *
     * @throws IllegalArgumentException for a code with a wrong check digit
     */
    static Set<String> inOrOf(String codeOrText) {
        String folded = Words.fold(codeOrText).strip();
        if (folded.matches("[0-9]{5,6}")) {
            LocalGovernmentCode code = LocalGovernmentCode.parse(folded);
            return Set.of(code.isPrefecture() ? code.prefecture().number() : code.value());
        }
        return in(Text.of(codeOrText));
    }

    /** Prefectures of municipality codes. */
    static Set<String> prefectures(Set<String> places) {
        return places.stream().map(code -> code.substring(0, 2)).collect(Collectors.toSet());
    }

    private static Phrases<String> names() {
        Phrases<String> names = new Phrases<>();
        Set<String> taken = new HashSet<>();
        for (Prefecture prefecture : Prefecture.values()) {
            names.add(prefecture.ja(), prefecture.number());
            names.add(prefecture.shortName(), prefecture.number());
            taken.add(prefecture.shortName());
        }
        REGIONS.forEach((name, codes) -> List.of(codes.split(" ")).forEach(code -> names.add(name, code)));
        for (Municipality municipality : Municipalities.all()) {
            String stem = municipality.name().substring(0, municipality.name().length() - 1);
            Stream.of(municipality.name(), stem)
                    .filter(name -> name.length() > 1 && !taken.contains(name))
                    .filter(name -> name.length() > stem.length() || !Words.isCommonWord(Words.fold(name)))
                    .forEach(name -> names.add(name, municipality.code().value()));
        }
        return names;
    }
}
