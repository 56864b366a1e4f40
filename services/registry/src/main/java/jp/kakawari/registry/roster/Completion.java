package jp.kakawari.registry.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kakawari.registry.personal.Personal;

/**
 * What a member is after a list that tells only some of it: what the list has a column for comes from the list, the rest
 * stays as it was.
 */
public final class Completion {

    private final Set<Column> columns;

    public Completion(Header header) {
        this(header.columns().stream().filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** @param columns those that the list has */
    public Completion(Set<Column> columns) {
        this.columns = Set.copyOf(columns);
    }

    /** A new member, since that day where the list doesn't say. */
    public Entry of(Entry listed, LocalDate today) {
        return new Entry(
                listed.memberNumber(),
                listed.personal(),
                listed.prefecture(),
                listed.country(),
                listed.home(),
                orElse(listed.skills(), List.of()),
                orElse(listed.interests(), List.of()),
                orElse(listed.origins(), List.of()),
                orElse(listed.since(), today),
                orElse(listed.mailConsent(), false),
                channel(listed, null),
                said(listed.affiliation(), null),
                said(listed.referrer(), null));
    }

    /** A member who is known as {@code held}. */
    public Entry of(Entry listed, Entry held) {
        boolean residence = columns.contains(Column.PREFECTURE) || columns.contains(Column.ADDRESS);
        Entry place = residence ? listed : held;
        return new Entry(
                listed.memberNumber(),
                personal(listed.personal(), held.personal()),
                place.prefecture(),
                place.country(),
                place.home(),
                orElse(listed.skills(), held.skills()),
                orElse(listed.interests(), held.interests()),
                orElse(listed.origins(), held.origins()),
                orElse(listed.since(), held.since()),
                orElse(listed.mailConsent(), held.mailConsent()),
                channel(listed, held.channel()),
                said(listed.affiliation(), held.affiliation()),
                said(listed.referrer(), held.referrer()));
    }

    /** What the list told of a member who was completed by it, to be completed anew. */
    public Entry listed(Entry completed) {
        return new Entry(
                completed.memberNumber(),
                completed.personal(),
                completed.prefecture(),
                completed.country(),
                completed.home(),
                told(Column.SKILLS, completed.skills()),
                told(Column.INTERESTS, completed.interests()),
                told(Column.ORIGINS, completed.origins()),
                told(Column.SINCE, completed.since()),
                told(Column.MAIL_CONSENT, completed.mailConsent()),
                told(Column.CHANNEL, completed.channel()),
                told(Column.AFFILIATION, Objects.toString(completed.affiliation(), "")),
                told(Column.REFERRER, Objects.toString(completed.referrer(), "")));
    }

    private <T> T told(Column column, T value) {
        return columns.contains(column) ? value : null;
    }

    /** What the list tells of everybody, so that nobody need look up what was held. */
    public Told tells() {
        return new Told(
                personal(Personal.ALL, Personal.NONE).parts(),
                columns.contains(Column.SKILLS),
                columns.contains(Column.INTERESTS),
                columns.contains(Column.ORIGINS));
    }

    /** @param personal as {@link Personal#parts} */
    public record Told(int personal, boolean skills, boolean interests, boolean origins) {}

    private Personal personal(Personal listed, Personal held) {
        boolean name = columns.contains(Column.NAME) || columns.contains(Column.FAMILY_NAME);
        boolean kana = columns.contains(Column.KANA) || columns.contains(Column.FAMILY_NAME_KANA);
        return new Personal(
                (name ? listed : held).familyName(),
                (name ? listed : held).givenName(),
                (kana ? listed : held).familyNameKana(),
                (kana ? listed : held).givenNameKana(),
                held.nickname(),
                choose(Column.BIRTH_DATE, listed, held, Personal::birthDate),
                choose(Column.GENDER, listed, held, Personal::gender),
                choose(Column.POSTAL_CODE, listed, held, Personal::postalCode),
                choose(Column.ADDRESS, listed, held, Personal::address),
                choose(Column.PHONE, listed, held, Personal::phone),
                choose(Column.EMAIL, listed, held, Personal::email),
                choose(Column.SNS_ACCOUNT, listed, held, Personal::snsAccount),
                choose(Column.REMARKS, listed, held, Personal::remarks));
    }

    private static String channel(Entry listed, String held) {
        return orElse(said(listed.channel(), held), Entry.LISTED);
    }

    /** Null for an empty cell: the list says that there is none. */
    private static String said(String listed, String held) {
        return listed == null ? held : listed.isEmpty() ? null : listed;
    }

    private <T> T choose(Column column, Personal listed, Personal held, Function<Personal, T> part) {
        return part.apply(columns.contains(column) ? listed : held);
    }

    private static <T> T orElse(T listed, T held) {
        return listed == null ? held : listed;
    }
}
