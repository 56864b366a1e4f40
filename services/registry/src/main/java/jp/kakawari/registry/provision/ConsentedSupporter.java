package jp.kakawari.registry.provision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.terms.FieldGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody as a recipient is given them: what they consented to, and nothing else. It never prints itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "同意の範囲で提供された関係人口")
public record ConsentedSupporter(
        UUID id,
        Kind kind,
        @Schema(description = "提供項目") List<FieldGroup> fields,
        @Schema(description = "条件の版", examples = "1") Integer terms,
        @Schema(description = "同意日時") OffsetDateTime consentedAt,
        Name name,
        Contact contact,
        Address address,
        Birth birth,
        Offer profile,

        @Schema(description = "関わりの記録の集計: attested ones, by activity")
        List<Done> engagements) {

    @Schema(name = "ConsentedName", description = "氏名・呼び名")
    record Name(
            @Schema(examples = "清水") String familyName,
            @Schema(examples = "翔") String givenName,
            String familyNameKana,
            String givenNameKana,
            String nickname) {

        static Name of(Personal personal) {
            return new Name(
                    personal.familyName(),
                    personal.givenName(),
                    personal.familyNameKana(),
                    personal.givenNameKana(),
                    personal.nickname());
        }
    }

    @Schema(name = "ConsentedContact", description = "連絡先")
    record Contact(
            @Schema(examples = "sho@example.jp") String email,
            @Schema(examples = "070-9027-4044") String phone,
            @Schema(examples = "@sho_shimizu") String snsAccount) {}

    @Schema(name = "ConsentedAddress", description = "住所")
    record Address(
            @Schema(examples = "JP") String country,
            @Schema(examples = "13") String prefecture,
            String localGovernmentCode,
            @Schema(examples = "3018832") String postalCode,
            @Schema(examples = "東京都千代田区見本町7-4") String address) {}

    @Schema(name = "ConsentedBirth", description = "生年月日・性別")
    record Birth(LocalDate birthDate, Personal.Gender gender) {}

    @Schema(name = "ConsentedOffer", description = "関心・できること・参加形態")
    record Offer(
            @Schema(examples = "[\"里山\"]") List<String> interests,
            @Schema(examples = "[\"翻訳\"]") List<String> skills,
            Mode mode) {}

    @Schema(name = "ConsentedEngagements", description = "活動ごとの回数と最後の日")
    record Done(Activity activity, @Schema(examples = "3") long times, LocalDate lastOn) {}

    ConsentedSupporter with(List<Done> done) {
        return new ConsentedSupporter(
                id, kind, fields, terms, consentedAt, name, contact, address, birth, profile, done);
    }

    @Override
    public String toString() {
        return "ConsentedSupporter[" + id + "]";
    }
}
