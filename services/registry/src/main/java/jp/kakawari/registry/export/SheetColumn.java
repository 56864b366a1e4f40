package jp.kakawari.registry.export;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jp.kakawari.japan.PostalCode;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.supporter.Origin;
import jp.kakawari.registry.supporter.TieView;

/**
 * The columns of the list in CSV. Those with a usual name are read again by a sync; the others are for people to read, and
 * a sync passes over them.
 */
enum SheetColumn {
    MEMBER_NUMBER(Column.MEMBER_NUMBER, line -> line.supporter().memberNumber()),
    FAMILY_NAME(Column.FAMILY_NAME, of(Profile::familyName)),
    GIVEN_NAME(Column.GIVEN_NAME, of(Profile::givenName)),
    FAMILY_NAME_KANA(Column.FAMILY_NAME_KANA, of(Profile::familyNameKana)),
    GIVEN_NAME_KANA(Column.GIVEN_NAME_KANA, of(Profile::givenNameKana)),
    NICKNAME("呼び名", of(Profile::nickname)),
    BIRTH_DATE(Column.BIRTH_DATE, of(Profile::birthDate)),
    GENDER(
            Column.GENDER,
            of(profile -> profile.gender() == null ? null : profile.gender().ja())),
    POSTAL_CODE(Column.POSTAL_CODE, of(profile -> postalCode(profile.postalCode()))),
    PREFECTURE(Column.PREFECTURE, Line::prefecture),
    ADDRESS(Column.ADDRESS, of(Profile::address)),
    PHONE(Column.PHONE, of(Profile::phone)),
    EMAIL(Column.EMAIL, of(Profile::email)),
    SKILLS(Column.SKILLS, of(profile -> inOne(profile.skills()))),
    INTERESTS(Column.INTERESTS, of(profile -> inOne(profile.interests()))),
    ORIGINS(
            Column.ORIGINS,
            ofTie(tie -> inOne(tie.origins().stream().map(Origin::ja).toList()))),
    SINCE(Column.SINCE, Line::registeredOn),
    MAIL_CONSENT(Column.MAIL_CONSENT, ofTie(tie -> yesOrNo(tie.mailConsent()))),
    REMARKS(Column.REMARKS, line -> line.supporter().remarks()),
    CHANNEL(Column.CHANNEL, line -> line.supporter().channel()),
    AFFILIATION(Column.AFFILIATION, ofTie(TieView::affiliation)),
    REFERRER(Column.REFERRER, ofTie(TieView::referrerMemberNumber)),
    SNS_ACCOUNT(Column.SNS_ACCOUNT, of(Profile::snsAccount)),
    TIE_SINCE("関わり開始日", ofTie(TieView::since)),
    STAGE("段階", ofTie(tie -> tie.stage().ja())),
    LAST_ACTIVE_ON("最終参加日", ofTie(TieView::lastActiveOn)),
    RESIDENT("住民", ofTie(tie -> yesOrNo(tie.resident())));

    private final String header;
    private final Function<Line, Object> cell;

    SheetColumn(Column column, Function<Line, Object> cell) {
        this(column.ja(), cell);
    }

    SheetColumn(String header, Function<Line, Object> cell) {
        this.header = header;
        this.cell = cell;
    }

    String header() {
        return header;
    }

    /** The cell's text; empty for what is not known. */
    String cell(Line line) {
        return Objects.toString(cell.apply(line), "");
    }

    private static Function<Line, Object> of(Function<Profile, Object> part) {
        return line -> part.apply(line.supporter().profile());
    }

    private static Function<Line, Object> ofTie(Function<TieView, Object> part) {
        return line -> part.apply(line.supporter().tie());
    }

    /** With its hyphen: a spreadsheet takes seven digits for a number, and the zero in front away. */
    private static String postalCode(String digits) {
        return digits == null ? null : new PostalCode(digits).hyphenated();
    }

    private static String inOne(List<String> words) {
        return String.join("、", words);
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "○" : "×";
    }
}
