package jp.kakawari.registry.roster;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.kakawari.japan.Kana;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.PersonName;
import jp.kakawari.japan.PhoneNumber;
import jp.kakawari.japan.PostalCode;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.japan.Width;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.profile.Word;
import jp.kakawari.registry.supporter.MemberNumber;
import jp.kakawari.registry.supporter.Origin;

/** Turns the rows under one header into entries, or says everything that is wrong with a row. */
public final class EntryReader {

    private static final Pattern WORD = Pattern.compile(Word.FORM);
    private static final LocalDate EARLIEST = LocalDate.of(1868, 1, 1);
    private static final int MOST_WORDS = 50;

    private final Header header;
    private final LocalDate today;
    private final Remembered<List<String>> lists = new Remembered<>(Words::list);
    private final Remembered<List<Origin>> origins = new Remembered<>(Words::origins);
    private final Remembered<Boolean> words =
            new Remembered<>(word -> WORD.matcher(word).matches());

    /** @param today the day after which nobody can be born yet */
    public EntryReader(Header header, LocalDate today) {
        this.header = header;
        this.today = today;
    }

    /** The member number in one form; empty where there is none. */
    public String memberNumber(Row row) {
        Cells cells = new Cells(header, row);
        return cells.fit() ? MemberNumber.fold(cells.of(Column.MEMBER_NUMBER)) : "";
    }

    /**
     * The row as it is spelt: the same bytes mean the same entry, whatever stands in the columns that are ignored and in
     * whatever order and encoding. Null for a row that can't be read.
     */
    public byte[] spelling(Row row) {
        return new Cells(header, row).fit() ? header.spelling(row.cells()).getBytes(StandardCharsets.UTF_8) : null;
    }

    /** Reads one row. */
    public Reading read(Row row) {
        Cells cells = new Cells(header, row);
        return cells.fit() ? new RowReader(cells).read() : Reading.rejected(List.of(Reason.WRONG_NUMBER_OF_COLUMNS));
    }

    private final class RowReader {

        private final Cells cells;

        RowReader(Cells cells) {
            this.cells = cells;
        }

        Reading read() {
            String memberNumber = MemberNumber.fold(cells.number(Column.MEMBER_NUMBER));
            if (memberNumber.isEmpty()) {
                cells.wrong(Reason.MISSING_MEMBER_NUMBER);
            }
            if (!cells.of(Column.LOST_CHARACTERS).isEmpty()) {
                cells.wrong(Reason.LOST_CHARACTERS);
            }
            Prefecture prefecture = prefecture();
            String address = address(prefecture);
            boolean inJapan = prefecture != null;
            Entry entry = new Entry(
                    memberNumber,
                    personal(address),
                    inJapan ? prefecture.number() : null,
                    inJapan ? "JP" : null,
                    inJapan ? home(prefecture, address) : null,
                    header.has(Column.SKILLS) ? words(Column.SKILLS) : null,
                    header.has(Column.INTERESTS) ? words(Column.INTERESTS) : null,
                    header.has(Column.ORIGINS) ? origins.of(cells.limited(Column.ORIGINS, 300)) : null,
                    since(),
                    header.has(Column.MAIL_CONSENT) ? consent() : null,
                    header.has(Column.CHANNEL) ? word(Column.CHANNEL) : null,
                    header.has(Column.AFFILIATION) ? word(Column.AFFILIATION) : null,
                    header.has(Column.REFERRER) ? MemberNumber.fold(cells.limited(Column.REFERRER, 64)) : null);
            return cells.reasons().isEmpty() ? Reading.of(entry) : Reading.rejected(cells.reasons());
        }

        private Personal personal(String address) {
            PersonName name = name(Column.NAME, Column.FAMILY_NAME, Column.GIVEN_NAME, Width::unify);
            String snsAccount = Width.toAsciiWithoutSpaces(cells.limited(Column.SNS_ACCOUNT, 100));
            if (name.family().isEmpty() && name.given().isEmpty() && snsAccount.isEmpty()) {
                cells.wrong(Reason.MISSING_NAME);
            }
            PersonName kana = name(Column.KANA, Column.FAMILY_NAME_KANA, Column.GIVEN_NAME_KANA, Kana::fold);
            return new Personal(
                    orNull(name.family()),
                    orNull(name.given()),
                    orNull(kana.family()),
                    orNull(kana.given()),
                    null,
                    birthDate(),
                    Words.gender(cells.of(Column.GENDER)),
                    cells.parsed(
                            Column.POSTAL_CODE,
                            Reason.MALFORMED_POSTAL_CODE,
                            text -> PostalCode.parse(text).value()),
                    address,
                    cells.parsed(
                            Column.PHONE,
                            Reason.MALFORMED_PHONE,
                            text -> PhoneNumber.parse(text).value()),
                    email(),
                    orNull(snsAccount),
                    orNull(Width.unify(cells.limited(Column.REMARKS, 4000))));
        }

        private PersonName name(Column whole, Column family, Column given, Function<String, String> form) {
            PersonName inOne = PersonName.split(form.apply(cells.limited(whole, 100)));
            String familyPart = form.apply(cells.limited(family, 100));
            String givenPart = form.apply(cells.limited(given, 100));
            boolean inParts = !familyPart.isEmpty() || !givenPart.isEmpty();
            return inParts ? new PersonName(familyPart, givenPart) : inOne;
        }

        private LocalDate birthDate() {
            LocalDate date = cells.date(Column.BIRTH_DATE, Reason.IMPOSSIBLE_BIRTH_DATE);
            if (date != null && date.isAfter(today)) {
                cells.wrong(Reason.BIRTH_DATE_IN_FUTURE);
            }
            if (date != null && date.isBefore(today.minusYears(130))) {
                cells.wrong(Reason.IMPOSSIBLE_BIRTH_DATE);
            }
            return date;
        }

        private LocalDate since() {
            LocalDate date = cells.date(Column.SINCE, Reason.IMPOSSIBLE_REGISTRATION_DATE);
            if (date != null && (date.isAfter(today) || date.isBefore(EARLIEST))) {
                cells.wrong(Reason.IMPOSSIBLE_REGISTRATION_DATE);
            }
            return date;
        }

        private String email() {
            String email = Width.toAsciiWithoutSpaces(cells.limited(Column.EMAIL, 254));
            if (!email.isEmpty() && !Readable.EMAIL.matcher(email).matches()) {
                cells.wrong(Reason.MALFORMED_EMAIL);
            }
            return orNull(email);
        }

        private Prefecture prefecture() {
            String text = cells.of(Column.PREFECTURE);
            if (text.isEmpty()) {
                return Prefecture.ofAddress(cells.of(Column.ADDRESS)).orElse(null);
            }
            Optional<Prefecture> prefecture = Prefecture.find(text);
            if (prefecture.isEmpty() && !Words.isOverseas(text)) {
                cells.wrong(Reason.UNKNOWN_PREFECTURE);
            }
            return prefecture.orElse(null);
        }

        private String address(Prefecture prefecture) {
            String address = Width.unify(cells.limited(Column.ADDRESS, 300));
            if (address.isEmpty()) {
                return null;
            }
            boolean whole = prefecture == null || address.startsWith(prefecture.ja());
            return whole ? address : prefecture.ja() + address;
        }

        private String home(Prefecture prefecture, String address) {
            return address == null
                    ? null
                    : Municipalities.findInAddress(prefecture, address)
                            .map(municipality -> municipality.code().value())
                            .orElse(null);
        }

        private boolean consent() {
            Optional<Boolean> consent = Words.consent(cells.of(Column.MAIL_CONSENT));
            if (consent.isEmpty()) {
                cells.wrong(Reason.UNKNOWN_CONSENT_WORD);
            }
            return consent.orElse(false);
        }

        private String word(Column column) {
            String word = Width.unify(cells.of(column));
            if (!word.isEmpty() && !words.of(word)) {
                cells.wrong(Reason.NOT_A_WORD);
            }
            return word;
        }

        private List<String> words(Column column) {
            List<String> list = lists.of(cells.of(column));
            if (list.size() > MOST_WORDS) {
                cells.wrong(Reason.TOO_LONG);
            } else if (!list.stream().allMatch(words::of)) {
                cells.wrong(Reason.NOT_A_WORD);
            }
            return list;
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
