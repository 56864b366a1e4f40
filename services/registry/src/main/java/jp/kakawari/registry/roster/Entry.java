package jp.kakawari.registry.roster;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.supporter.Origin;

/**
 * A row that was understood: one member of the list, everything in one form whatever the file wrote. What the list has no
 * column for is null.
 *
 * @param prefecture two digits, null overseas or unknown
 * @param country JP, null where the row does not say
 * @param home 6-digit code of the municipality of residence, where the address tells it
 * @param channel where they signed up; empty, like the other texts, where the row does not say
 * @param affiliation a group through which they came (まちの駅, 県人会, 同窓会 …)
 * @param referrer member number of who brought them
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
        Boolean mailConsent,
        String channel,
        String affiliation,
        String referrer) {

    /** The channel of whoever came by a list that names none. */
    public static final String LISTED = "list";

    private static final String VERSION = "2";
    private static final char SEPARATOR = '\u001f';
    private static final int USUAL_LENGTH = 256;

    /**
     * The same bytes for the same content, to be hashed; no column of interests is the same as an empty cell in it. The
     * version is raised when a form above changes its meaning.
     */
    public byte[] canonical() {
        Personal p = personal;
        Object[] parts = {
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
            mailConsent
        };
        StringBuilder told = new StringBuilder(USUAL_LENGTH).append(VERSION);
        for (Object part : parts) {
            told.append(SEPARATOR).append(Objects.toString(part, ""));
        }
        addLaterColumns(told);
        return told.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What lists tell since these columns are known; of a list that tells nothing of it the bytes stay as they were. */
    private void addLaterColumns(StringBuilder told) {
        addLabelled(told, "channel", LISTED.equals(channel) ? null : channel);
        addLabelled(told, "affiliation", affiliation);
        addLabelled(told, "referrer", referrer);
        addLabelled(told, "snsAccount", personal.snsAccount());
    }

    private static void addLabelled(StringBuilder told, String name, String value) {
        if (value != null && !value.isEmpty()) {
            told.append(SEPARATOR).append(name).append('=').append(value);
        }
    }

    /** The same with that personal part. */
    public Entry with(Personal other) {
        return new Entry(
                memberNumber,
                other,
                prefecture,
                country,
                home,
                skills,
                interests,
                origins,
                since,
                mailConsent,
                channel,
                affiliation,
                referrer);
    }

    /** The same of somebody who wants no mail (連絡不可). */
    public Entry withoutMail() {
        return new Entry(
                memberNumber,
                personal,
                prefecture,
                country,
                home,
                skills,
                interests,
                origins,
                since,
                false,
                channel,
                affiliation,
                referrer);
    }

    @Override
    public String toString() {
        return "Entry[…]";
    }
}
