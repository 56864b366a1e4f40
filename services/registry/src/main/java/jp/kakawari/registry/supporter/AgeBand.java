package jp.kakawari.registry.supporter;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ten-year age bands, all that others learn of a birth date. */
public final class AgeBand {

    /** The band that nobody leaves. */
    static final String LAST = "80s+";

    /** Those that people leave some day. */
    static final Set<String> BEFORE_LAST =
            IntStream.range(0, 8).mapToObj(decade -> decade * 10 + "s").collect(Collectors.toUnmodifiableSet());

    /** Those of whoever may be a minor. */
    static final Set<String> OF_MINORS = Set.of("0s", "10s");

    private AgeBand() {}

    /** {@code 0s}, {@code 10s} … {@code 80s+} on that day; null for no birth date. */
    public static String of(LocalDate birthDate, LocalDate today) {
        if (birthDate == null) {
            return null;
        }
        int decade = Period.between(birthDate, today).getYears() / 10 * 10;
        return decade >= 80 ? LAST : decade + "s";
    }
}
