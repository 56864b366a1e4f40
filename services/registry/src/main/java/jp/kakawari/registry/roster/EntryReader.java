package jp.kakawari.registry.roster;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.kakawari.japan.EraDate;
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

/** Turns the rows under one header into entries, or says everything that is wrong with a row. */
public final class EntryReader {

    private static final Pattern WORD = Pattern.compile(Word.FORM);
    private static final LocalDate EARLIEST = LocalDate.of(1868, 1, 1);
    private static final int MOST_WORDS = 50;

    private final Header header;
    private final LocalDate today;

    /** @param today the day after which nobody can be born yet */
    public EntryReader(Header header, LocalDate today) {
        this.header = header;
        this.today = today;
    }

    /** The member number in one form; empty where there is none. */
    public String memberNumber(Row row) {
        return fits(row.cells()) ? MemberNumber.fold(cell(row.cells(), Column.MEMBER_NUMBER)) : "";
    }

    /**
     * The row as it is spelt: the same bytes mean the same entry, whatever stands in the columns that are ignored and in
     * whatever order and encoding. Null for a row that can't be read.
     */
    public byte[] spelling(Row row) {
        return fits(row.cells()) ? header.spelling(row.cells()).getBytes(StandardCharsets.UTF_8) : null;
    }

    /** Reads one row. */
    public Reading read(Row row) {
        if (!fits(row.cells())) {
            return Reading.rejected(List.of(Reason.WRONG_NUMBER_OF_COLUMNS));
        }
        return new RowReader(row.cells()).read();
    }

    /** Excel may add empty cells at the end of a row; what is missing cannot be told apart from what is shifted. */
    private boolean fits(List<String> cells) {
        int columns = header.names().size();
        return cells.size() == columns
                || cells.size() > columns
                        && cells.subList(columns, cells.size()).stream()
                                .allMatch(cell -> Width.trim(cell).isEmpty());
    }

    private final class RowReader {

        private final List<String> cells;
        private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

        RowReader(List<String> cells) {
            this.cells = cells;
        }

        Reading read() {
            String memberNumber = MemberNumber.fold(limited(Column.MEMBER_NUMBER, 64));
            if (memberNumber.isEmpty()) {
                reasons.add(Reason.MISSING_MEMBER_NUMBER);
            }
            if (!cell(Column.LOST_CHARACTERS).isEmpty()) {
                reasons.add(Reason.LOST_CHARACTERS);
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
                    header.has(Column.ORIGINS) ? Words.origins(limited(Column.ORIGINS, 300)) : null,
                    since(),
                    header.has(Column.MAIL_CONSENT) ? consent() : null);
            return reasons.isEmpty() ? Reading.of(entry) : Reading.rejected(List.copyOf(reasons));
        }

        private Personal personal(String address) {
            PersonName name = name(Column.NAME, Column.FAMILY_NAME, Column.GIVEN_NAME, Width::unify);
            if (name.family().isEmpty() && name.given().isEmpty()) {
                reasons.add(Reason.MISSING_NAME);
            }
            PersonName kana = name(Column.KANA, Column.FAMILY_NAME_KANA, Column.GIVEN_NAME_KANA, Kana::fold);
            return new Personal(
                    orNull(name.family()),
                    orNull(name.given()),
                    orNull(kana.family()),
                    orNull(kana.given()),
                    null,
                    birthDate(),
                    Words.gender(cell(Column.GENDER)),
                    parsed(
                            Column.POSTAL_CODE,
                            Reason.MALFORMED_POSTAL_CODE,
                            text -> PostalCode.parse(text).value()),
                    address,
                    parsed(
                            Column.PHONE,
                            Reason.MALFORMED_PHONE,
                            text -> PhoneNumber.parse(text).value()),
                    email(),
                    orNull(Width.unify(limited(Column.REMARKS, 4000))));
        }

        private PersonName name(Column whole, Column family, Column given, Function<String, String> form) {
            PersonName inOne = PersonName.split(form.apply(limited(whole, 100)));
            String familyPart = form.apply(limited(family, 100));
            String givenPart = form.apply(limited(given, 100));
            boolean inParts = !familyPart.isEmpty() || !givenPart.isEmpty();
            return inParts ? new PersonName(familyPart, givenPart) : inOne;
        }

        private LocalDate birthDate() {
            LocalDate date = date(Column.BIRTH_DATE, Reason.IMPOSSIBLE_BIRTH_DATE);
            if (date != null && date.isAfter(today)) {
                reasons.add(Reason.BIRTH_DATE_IN_FUTURE);
            }
            if (date != null && date.isBefore(today.minusYears(130))) {
                reasons.add(Reason.IMPOSSIBLE_BIRTH_DATE);
            }
            return date;
        }

        private LocalDate since() {
            LocalDate date = date(Column.SINCE, Reason.IMPOSSIBLE_REGISTRATION_DATE);
            if (date != null && (date.isAfter(today) || date.isBefore(EARLIEST))) {
                reasons.add(Reason.IMPOSSIBLE_REGISTRATION_DATE);
            }
            return date;
        }

        private String email() {
            String email = Width.toAsciiWithoutSpaces(limited(Column.EMAIL, 254));
            if (!email.isEmpty() && !Readable.EMAIL.matcher(email).matches()) {
                reasons.add(Reason.MALFORMED_EMAIL);
            }
            return orNull(email);
        }

        private Prefecture prefecture() {
            String text = cell(Column.PREFECTURE);
            if (text.isEmpty()) {
                return Prefecture.ofAddress(cell(Column.ADDRESS)).orElse(null);
            }
            Optional<Prefecture> prefecture = Prefecture.find(text);
            if (prefecture.isEmpty() && !Words.isOverseas(text)) {
                reasons.add(Reason.UNKNOWN_PREFECTURE);
            }
            return prefecture.orElse(null);
        }

        private String address(Prefecture prefecture) {
            String address = Width.unify(limited(Column.ADDRESS, 300));
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
            Optional<Boolean> consent = Words.consent(cell(Column.MAIL_CONSENT));
            if (consent.isEmpty()) {
                reasons.add(Reason.UNKNOWN_CONSENT_WORD);
            }
            return consent.orElse(false);
        }

        private List<String> words(Column column) {
            List<String> words = Words.list(cell(column));
            if (words.size() > MOST_WORDS) {
                reasons.add(Reason.TOO_LONG);
            } else if (!words.stream().allMatch(word -> WORD.matcher(word).matches())) {
                reasons.add(Reason.NOT_A_WORD);
            }
            return words;
        }

        private LocalDate date(Column column, Reason otherwise) {
            return parsed(column, otherwise, EraDate::parse);
        }

        private <T> T parsed(Column column, Reason otherwise, Function<String, T> parser) {
            String text = cell(column);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException unreadable) {
                reasons.add(otherwise);
                return null;
            }
        }

        private String limited(Column column, int longest) {
            String text = cell(column);
            if (text.length() > longest) {
                reasons.add(Reason.TOO_LONG);
                return text.substring(0, longest);
            }
            return text;
        }

        private String cell(Column column) {
            return EntryReader.this.cell(cells, column);
        }
    }

    private String cell(List<String> cells, Column column) {
        return Formula.undone(Width.trim(header.cell(cells, column)));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
