package jp.kakawari.registry.profile;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.personal.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who a supporter is and what they like and can do (プロフィール). A name and one way to reach them are enough to begin with; it
 * never prints itself.
 */
@Schema(
        description =
                "プロフィール: a name (familyName or nickname) and an email, phone or address, or an snsAccount, are enough; "
                        + "kana, widths, phone and postal codes are folded into one form")
public record Profile(
        @Schema(description = "PERSON (個人) unless said otherwise, or ORGANIZATION (団体)", examples = "PERSON")
        Kind kind,

        @Size(max = 100) @Schema(description = "姓, or the whole name where it isn't split", examples = "清水")
        String familyName,

        @Size(max = 100) @Schema(description = "名", examples = "翔")
        String givenName,

        @Size(max = 100) @Schema(description = "姓フリガナ", examples = "シミズ")
        String familyNameKana,

        @Size(max = 100) @Schema(description = "名フリガナ", examples = "ショウ")
        String givenNameKana,

        @Size(max = 100) @Schema(description = "呼び名, or the name of an organisation", examples = "しょうさん")
        String nickname,

        @JsonDeserialize(using = AnyCalendarDate.class)
        @Schema(description = "生年月日; 和暦 is accepted", examples = "1960-07-16")
        LocalDate birthDate,

        @Schema(examples = "FEMALE") Personal.Gender gender,

        @Size(min = 2, max = 2) @Schema(description = "ISO 3166-1 alpha-2 code of the residence", examples = "JP")
        String country,

        @Size(max = 10) @Schema(description = "都道府県 of the residence: two digits; a name is accepted", examples = "13")
        String prefecture,

        @Schema(description = "居住市区町村; found in the address when absent")
        LocalGovernmentCode localGovernmentCode,

        @Size(max = 20) @Schema(description = "郵便番号", examples = "3018832")
        String postalCode,

        @Size(max = 300) @Schema(description = "住所 in one line", examples = "東京都千代田区見本町7-4")
        String address,

        @Size(max = 30) @Schema(description = "電話番号", examples = "070-9027-4044")
        String phone,

        @Email @Size(max = 254) @Schema(examples = "sho@example.jp")
        String email,

        @Size(max = 100)
        @Schema(
                description = "SNSアカウント: where it is there, neither a name nor a way to write is needed",
                examples = "@sho_shimizu")
        String snsAccount,

        @Size(max = 50) @Schema(description = "関心のあるテーマ", examples = "[\"里山\"]")
        List<@Word String> interests,

        @Size(max = 50) @Schema(description = "できること", examples = "[\"翻訳\",\"林業\"]")
        List<@Word String> skills,

        @Schema(description = "参加形態: how they prefer to take part", examples = "HYBRID")
        Mode mode,

        @Size(max = 10) @Schema(description = "使用言語: BCP 47, the preferred one first", examples = "[\"ja\",\"zh-TW\"]")
        List<@NotNull @Size(max = 35) String> languages) {

    /** A kept supporter's profile: the sealed part, opened, and the rest. */
    public static Profile of(
            Kind kind,
            Personal opened,
            String country,
            String prefecture,
            String home,
            List<String> interests,
            List<String> skills,
            Mode mode,
            List<String> languages) {
        return new Profile(
                kind,
                opened.familyName(),
                opened.givenName(),
                opened.familyNameKana(),
                opened.givenNameKana(),
                opened.nickname(),
                opened.birthDate(),
                opened.gender(),
                country,
                prefecture,
                home == null ? null : LocalGovernmentCode.parse(home),
                opened.postalCode(),
                opened.address(),
                opened.phone(),
                opened.email(),
                opened.snsAccount(),
                interests,
                skills,
                mode,
                languages);
    }

    /** The part that is sealed. */
    public Personal personal(String remarks) {
        return new Personal(
                familyName,
                givenName,
                familyNameKana,
                givenNameKana,
                nickname,
                birthDate,
                gender,
                postalCode,
                address,
                phone,
                email,
                snsAccount,
                remarks);
    }

    @Override
    public String toString() {
        return "Profile[…]";
    }
}
