package jp.kakawari.japan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The 1,741 municipalities of Japan (市区町村). Sources of the facts: see NOTICE. */
public final class Municipalities {

    private static final List<Municipality> ALL = load();
    private static final Map<LocalGovernmentCode, Municipality> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Municipality::code, Function.identity()));
    private static final Map<Prefecture, List<Municipality>> BY_PREFECTURE = ALL.stream()
            .collect(Collectors.groupingBy(
                    Municipality::prefecture, () -> new EnumMap<>(Prefecture.class), Collectors.toUnmodifiableList()));

    /** The longest names first, for the name of one may begin with that of another. */
    private static final Map<Prefecture, List<Named>> BY_NAME = ALL.stream()
            .map(municipality -> new Named(folded(municipality.name()), municipality))
            .sorted(Comparator.comparing(named -> -named.name().length()))
            .collect(Collectors.groupingBy(
                    named -> named.municipality().prefecture(),
                    () -> new EnumMap<>(Prefecture.class),
                    Collectors.toUnmodifiableList()));

    private record Named(String name, Municipality municipality) {}

    private Municipalities() {}

    /** All of them in the order of their codes. */
    public static List<Municipality> all() {
        return ALL;
    }

    public static Optional<Municipality> byCode(LocalGovernmentCode code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static List<Municipality> inPrefecture(Prefecture prefecture) {
        return BY_PREFECTURE.get(prefecture);
    }

    /**
     * The municipality that an address names, the prefecture's name in front or not, the district (郡) in between or not:
     * 山梨県北都留郡小菅村…, 小菅村….
     */
    public static Optional<Municipality> findInAddress(Prefecture prefecture, String address) {
        String plain = folded(Width.removeSpaces(address));
        String rest = plain.startsWith(prefecture.ja())
                ? plain.substring(prefecture.ja().length())
                : plain;
        int district = rest.indexOf('郡', 1);
        return startingWith(prefecture, rest)
                .or(() -> district < 0 ? Optional.empty() : startingWith(prefecture, rest.substring(district + 1)));
    }

    private static Optional<Municipality> startingWith(Prefecture prefecture, String rest) {
        return BY_NAME.get(prefecture).stream()
                .filter(named -> rest.startsWith(named.name()))
                .map(Named::municipality)
                .findFirst();
    }

    // 鎌ケ谷市 and 鎌ヶ谷市, 龍ケ崎市 and 龍ヶ崎市 are the same place.
    private static String folded(String name) {
        return name.replace('ヶ', 'ケ').replace('ｹ', 'ケ');
    }

    private static List<Municipality> load() {
        try (var in = Municipalities.class.getResourceAsStream("municipalities.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Municipalities::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Municipality read(String line) {
        String[] cell = line.split(",", -1);
        return new Municipality(
                new LocalGovernmentCode(cell[0]),
                cell[1],
                cell[2],
                Municipality.Kind.valueOf(cell[3].toUpperCase(Locale.ROOT)),
                Double.parseDouble(cell[4]),
                Double.parseDouble(cell[5]),
                cell[6].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell[6])));
    }
}
