package jp.kakawari.registry.roster;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.supporter.Origin;

/**
 * A row that was understood: one member of the list, everything in one form whatever the file wrote. What the list has no
 * column for is null.
 *
 * @param prefecture two digits, null overseas or unknown
 * @param country JP, null where the row does not say
 * @param home 6-digit code of the municipality of residence, where the address tells it
 * @param since day of registration, null where the row does not say
 */
public record Entry(
        String memberNumber,
        Personal personal,
        String prefecture,
        String country,
        String home,
        List<String> skills,
        List<String> interests,
        List<Origin> origins,
        LocalDate since,
        Boolean mailConsent) {

    private static final String SEPARATOR = "\u001f";

    /**
     * The same bytes for the same content, to be hashed; no column of interests is the same as an empty cell in it. The
     * version is raised when a form above changes its meaning.
     */
    public byte[] canonical() {
        Personal p = personal;
        Stream<Object> parts = Stream.of(
                "2",
                memberNumber,
                p.familyName(),
                p.givenName(),
                p.familyNameKana(),
                p.givenNameKana(),
                p.birthDate(),
                p.gender(),
                p.postalCode(),
                p.address(),
                p.phone(),
                p.email(),
                p.remarks(),
                prefecture,
                country,
                home,
                skills,
                interests == null || interests.isEmpty() ? "" : interests,
                origins,
                since,
                mailConsent);
        return parts.map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same with that personal part. */
    public Entry with(Personal other) {
        return new Entry(
                memberNumber, other, prefecture, country, home, skills, interests, origins, since, mailConsent);
    }

    @Override
    public String toString() {
        return "Entry[…]";
    }
}
