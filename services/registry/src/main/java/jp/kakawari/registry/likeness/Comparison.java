package jp.kakawari.registry.likeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.kakawari.registry.personal.Personal;

/** Two records side by side, attribute by attribute: what each comparison finds, and what of it is said. */
final class Comparison {

    private static final int LONG_ENOUGH = 6;

    private final Personal one;
    private final Personal other;
    private final Features x;
    private final Features y;
    private final NameAgreement names;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    Comparison(Personal one, Personal other) {
        this.one = one;
        this.other = other;
        this.x = Features.of(one);
        this.y = Features.of(other);
        this.names = NameAgreement.of(x, y);
        compareNames();
        compareBirthDates();
        compareReach();
        compareAddresses();
        compareGenders();
    }

    List<Finding> findings() {
        return findings;
    }

    Set<Reason> reasons() {
        return reasons;
    }

    private void compareNames() {
        find(
                names.family(),
                Finding.FAMILY_NAME_SAME,
                Finding.FAMILY_NAME_SOUNDS_SAME,
                Finding.FAMILY_NAME_READ_DIFFERENTLY,
                Finding.FAMILY_NAME_DIFFERENT,
                Reason.DIFFERENT_FAMILY_NAME);
        find(
                names.given(),
                Finding.GIVEN_NAME_SAME,
                Finding.GIVEN_NAME_SOUNDS_SAME,
                Finding.GIVEN_NAME_READ_DIFFERENTLY,
                Finding.GIVEN_NAME_DIFFERENT,
                Reason.DIFFERENT_GIVEN_NAME);
        say(x.kana().whole() != null && x.kana().whole().equals(y.kana().whole()), Reason.SAME_KANA_NAME);
        if (x.kanji().whole() != null && x.kanji().whole().equals(y.kanji().whole())) {
            say(true, writtenAlike() ? Reason.SAME_NAME : Reason.NAME_VARIANT);
        }
    }

    private void find(
            NameAgreement.Part part, Finding same, Finding sounds, Finding read, Finding different, Reason differs) {
        switch (part) {
            case SAME -> findings.add(same);
            case SOUNDS_SAME -> found(sounds, Reason.DIFFERENT_CHARACTERS);
            case READ_DIFFERENTLY -> found(read, Reason.DIFFERENT_READING);
            case DIFFERENT -> found(different, differs);
            case UNKNOWN -> {}
        }
    }

    private boolean writtenAlike() {
        return Likeness.written(one).equals(Likeness.written(other));
    }

    private void compareBirthDates() {
        if (x.birthDate() == null || y.birthDate() == null) {
            return;
        }
        if (x.birthDate().equals(y.birthDate())) {
            found(Finding.BIRTH_DATE_SAME, Reason.SAME_BIRTH_DATE);
        } else if (close(x.birthDate(), y.birthDate())) {
            found(Finding.BIRTH_DATE_CLOSE, Reason.CLOSE_BIRTH_DATE);
        } else {
            found(Finding.BIRTH_DATE_DIFFERENT, Reason.DIFFERENT_BIRTH_DATE);
        }
    }

    private static boolean close(LocalDate one, LocalDate other) {
        int same = (one.getYear() == other.getYear() ? 1 : 0)
                + (one.getMonth() == other.getMonth() ? 1 : 0)
                + (one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0);
        boolean swapped = one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        return same == 2 || swapped;
    }

    private void compareReach() {
        if (x.phone() != null && y.phone() != null) {
            boolean same = x.phone().equals(y.phone());
            found(
                    same ? Finding.PHONE_SAME : Finding.PHONE_DIFFERENT,
                    same ? Reason.SAME_PHONE : Reason.DIFFERENT_PHONE);
        }
        if (x.email() != null && y.email() != null) {
            boolean same = x.email().equals(y.email());
            found(
                    same ? Finding.EMAIL_SAME : Finding.EMAIL_DIFFERENT,
                    same ? Reason.SAME_EMAIL : Reason.DIFFERENT_EMAIL);
        }
    }

    private void compareAddresses() {
        if (x.address() == null || y.address() == null) {
            return;
        }
        if (samePlace(x.address(), y.address())) {
            found(Finding.ADDRESS_SAME, Reason.SAME_ADDRESS);
        } else if (x.postalCode() != null && x.postalCode().equals(y.postalCode())) {
            findings.add(Finding.ADDRESS_CLOSE);
        } else {
            boolean moved = names.whole() && findings.contains(Finding.BIRTH_DATE_SAME);
            found(Finding.ADDRESS_DIFFERENT, moved ? Reason.MOVED_HOUSE : Reason.DIFFERENT_ADDRESS);
        }
    }

    /** One may lack the prefecture or the building. */
    private static boolean samePlace(String one, String other) {
        String longer = one.length() < other.length() ? other : one;
        String shorter = one.length() < other.length() ? one : other;
        if (shorter.length() < LONG_ENOUGH || longer.length() == shorter.length()) {
            return one.equals(other);
        }
        char next = longer.charAt(shorter.length());
        return longer.endsWith(shorter) || longer.startsWith(shorter) && !Character.isDigit(next) && next != '-';
    }

    private void compareGenders() {
        if (x.gender() != null && y.gender() != null) {
            findings.add(x.gender() == y.gender() ? Finding.GENDER_SAME : Finding.GENDER_DIFFERENT);
            say(x.gender() != y.gender(), Reason.DIFFERENT_GENDER);
        }
    }

    private void found(Finding finding, Reason reason) {
        findings.add(finding);
        reasons.add(reason);
    }

    private void say(boolean so, Reason reason) {
        if (so) {
            reasons.add(reason);
        }
    }
}
