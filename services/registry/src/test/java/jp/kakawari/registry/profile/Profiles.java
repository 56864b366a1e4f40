package jp.kakawari.registry.profile;

import java.time.LocalDate;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;

/** Profiles for tests of their reading. */
final class Profiles {

    private Profiles() {}

    static Profile living(String country, String prefecture, String code, String postalCode, String address) {
        return new Profile(
                null,
                "清水",
                null,
                null,
                null,
                null,
                null,
                null,
                country,
                prefecture,
                code == null ? null : LocalGovernmentCode.parse(code),
                postalCode,
                address,
                null,
                "sho@example.jp",
                null,
                null,
                null,
                null,
                null);
    }

    static Profile born(LocalDate birthDate, String phone) {
        return new Profile(
                null,
                "清水",
                "翔",
                "しみず",
                "ｼｮｳ",
                null,
                birthDate,
                null,
                null,
                null,
                null,
                null,
                null,
                phone,
                null,
                null,
                List.of("里山 ", "里山"),
                null,
                null,
                null);
    }
}
