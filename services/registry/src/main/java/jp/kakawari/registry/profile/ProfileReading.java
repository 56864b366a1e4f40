package jp.kakawari.registry.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.japan.Kana;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.japan.PhoneNumber;
import jp.kakawari.japan.PostalCode;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.japan.Width;
import jp.kakawari.web.InvalidBody;

/** Folds a profile into one form, or names everything in it that can't be read. */
public final class ProfileReading {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Set<String> RESIDENCE = Set.of("address", "prefecture", "localGovernmentCode", "country");

    private static final String SNS = "snsAccount";

    private final Profile given;
    private final Predicate<String> named;
    private final InvalidBody flaws = new InvalidBody();
    private boolean flawed;

    private ProfileReading(Profile given, Predicate<String> named) {
        this.given = given;
        this.named = named;
    }

    /** The profile in one form: kana full-width, codes in digits, residence completed from the address. */
    public static Profile fold(Profile given, LocalDate today) {
        return fold(given, member -> true, today);
    }

    /** The same of a known profile that was changed: what is not named stays as it is, and is not judged. */
    public static Profile fold(Profile given, Predicate<String> named, LocalDate today) {
        return new ProfileReading(given, named).fold(today);
    }

    private Profile fold(LocalDate today) {
        String phone =
                read("phone", given.phone(), text -> PhoneNumber.parse(text).value(), "電話番号の形式が正しくありません");
        boolean abroad = given.country() != null && !given.country().equals("JP");
        String postalCode = abroad
                ? trimmed(given.postalCode())
                : read(
                        "postalCode",
                        given.postalCode(),
                        text -> PostalCode.parse(text).value(),
                        "郵便番号は7桁の数字です");
        checkBirthDate(today);
        checkCompleteness();
        Residence residence = RESIDENCE.stream().anyMatch(named)
                ? residence(abroad)
                : new Residence(given.country(), given.prefecture(), given.localGovernmentCode());
        List<String> languages = languages();
        if (flawed) {
            throw flaws;
        }
        return folded(residence, postalCode, phone, languages);
    }

    private record Residence(String country, String prefecture, LocalGovernmentCode home) {}

    private Residence residence(boolean abroad) {
        check(
                given.country() == null || COUNTRIES.contains(given.country()),
                "country",
                "is no country",
                "国コードが正しくありません");
        Optional<Prefecture> prefecture = prefecture();
        Optional<Municipality> home = home(prefecture);
        check(!abroad || prefecture.isEmpty(), "prefecture", "is not in that country", "国外在住の場合は指定できません");
        return new Residence(
                abroad || prefecture.isEmpty() ? given.country() : "JP",
                prefecture.map(Prefecture::number).orElse(null),
                home.map(Municipality::code).orElse(null));
    }

    private Profile folded(Residence residence, String postalCode, String phone, List<String> languages) {
        return new Profile(
                given.kind() == null ? Kind.PERSON : given.kind(),
                trimmed(given.familyName()),
                trimmed(given.givenName()),
                kana(given.familyNameKana()),
                kana(given.givenNameKana()),
                trimmed(given.nickname()),
                given.birthDate(),
                given.gender(),
                residence.country(),
                residence.prefecture(),
                residence.home(),
                postalCode,
                trimmed(given.address()),
                phone,
                trimmed(given.email()),
                trimmed(given.snsAccount()),
                words(given.interests()),
                words(given.skills()),
                given.mode(),
                languages);
    }

    /** In one form, such as zh-TW for zh_tw. */
    private List<String> languages() {
        List<String> told = given.languages() == null ? List.of() : given.languages();
        List<String> folded = new ArrayList<>();
        for (int place = 0; place < told.size(); place++) {
            try {
                String tag = Width.trim(told.get(place)).replace('_', '-');
                folded.add(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
                check(!tag.isEmpty(), "languages/" + place, "is no language", "言語コードが正しくありません");
            } catch (IllformedLocaleException unknown) {
                check(false, "languages/" + place, "is no language", "言語コードが正しくありません");
            }
        }
        return folded.stream().distinct().toList();
    }

    private void checkBirthDate(LocalDate today) {
        LocalDate birth = given.birthDate();
        check(
                !named.test("birthDate")
                        || birth == null
                        || (!birth.isAfter(today) && birth.isAfter(today.minusYears(130))),
                "birthDate",
                "is not within the last 130 years",
                "生年月日が正しくありません");
    }

    private void checkCompleteness() {
        check(
                Stream.of("familyName", "nickname", SNS).noneMatch(named)
                        || trimmed(given.snsAccount()) != null
                        || trimmed(given.familyName()) != null
                        || trimmed(given.nickname()) != null,
                "familyName",
                "is needed where there is no nickname",
                "姓か呼び名のどちらかが必要です");
        check(
                Stream.of("email", "phone", "address", SNS).noneMatch(named)
                        || trimmed(given.snsAccount()) != null
                        || trimmed(given.email()) != null
                        || trimmed(given.phone()) != null
                        || trimmed(given.address()) != null,
                "email",
                "is needed where there is neither a phone nor an address",
                "メールアドレス・電話番号・住所のいずれかが必要です");
    }

    private Optional<Prefecture> prefecture() {
        if (given.prefecture() != null) {
            Optional<Prefecture> named = Prefecture.find(given.prefecture());
            check(named.isPresent(), "prefecture", "is no prefecture of Japan", "都道府県が正しくありません");
            return named;
        }
        if (given.localGovernmentCode() != null) {
            return Optional.of(given.localGovernmentCode().prefecture());
        }
        return given.address() == null ? Optional.empty() : Prefecture.ofAddress(given.address());
    }

    private Optional<Municipality> home(Optional<Prefecture> prefecture) {
        if (given.localGovernmentCode() != null) {
            Optional<Municipality> named = Municipalities.byCode(given.localGovernmentCode());
            boolean agrees = named.isPresent()
                    && prefecture.stream().allMatch(named.get().prefecture()::equals);
            check(agrees, "localGovernmentCode", "is no municipality of the prefecture", "都道府県内の市区町村コードではありません");
            return named;
        }
        return given.address() == null
                ? Optional.empty()
                : prefecture.flatMap(known -> Municipalities.findInAddress(known, given.address()));
    }

    private String read(String name, String text, Function<String, String> parser, String ja) {
        if (trimmed(text) == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException unreadable) {
            check(!named.test(name), name, "can't be read", ja);
            return text;
        }
    }

    private void check(boolean right, String name, String en, String ja) {
        if (!right) {
            flawed = true;
            flaws.at("/profile/" + name, en, ja);
        }
    }

    private static String kana(String text) {
        return trimmed(text) == null ? null : Kana.fold(text);
    }

    private static String trimmed(String text) {
        String trimmed = text == null ? "" : Width.trim(text);
        return trimmed.isEmpty() ? null : trimmed;
    }

    private static List<String> words(List<String> given) {
        return given == null
                ? List.of()
                : given.stream().map(Width::trim).distinct().toList();
    }
}
