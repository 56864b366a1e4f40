package jp.kakawari.registry.likeness;

import java.time.LocalDate;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.Personal.Gender;

/** 渡邊 翔 and whoever looks like him. Each change gives another person. */
public record People(
        String familyName,
        String givenName,
        String familyNameKana,
        String givenNameKana,
        String birthDate,
        Gender gender,
        String address,
        String phone,
        String email) {

    public static final People SHO = new People(
            "渡邊", "翔", "ワタナベ", "ショウ", "1960-07-16", Gender.MALE, "東京都千代田区見本町7-4", "070-9027-4044", "sho@example.jp");

    public People named(String family, String given, String familyKana, String givenKana) {
        return new People(family, given, familyKana, givenKana, birthDate, gender, address, phone, email);
    }

    public People born(String day) {
        return new People(familyName, givenName, familyNameKana, givenNameKana, day, gender, address, phone, email);
    }

    public People living(String place) {
        return new People(familyName, givenName, familyNameKana, givenNameKana, birthDate, gender, place, phone, email);
    }

    public People reached(String byPhone, String byEmail) {
        return new People(
                familyName, givenName, familyNameKana, givenNameKana, birthDate, gender, address, byPhone, byEmail);
    }

    public People of(Gender other) {
        return new People(
                familyName, givenName, familyNameKana, givenNameKana, birthDate, other, address, phone, email);
    }

    public Personal personal() {
        return new Personal(
                familyName,
                givenName,
                familyNameKana,
                givenNameKana,
                null,
                birthDate == null ? null : LocalDate.parse(birthDate),
                gender,
                null,
                address,
                phone,
                email,
                null,
                null);
    }
}
