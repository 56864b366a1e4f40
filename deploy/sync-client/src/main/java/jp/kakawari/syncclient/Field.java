package jp.kakawari.syncclient;

import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a list can hold (項目), by the registry's name and by the one that stands in lists. */
enum Field {
    MEMBER_NUMBER("memberNumber", "会員番号"),
    NAME("name", "氏名"),
    FAMILY_NAME("familyName", "姓"),
    GIVEN_NAME("givenName", "名"),
    KANA("kana", "フリガナ"),
    FAMILY_NAME_KANA("familyNameKana", "セイ"),
    GIVEN_NAME_KANA("givenNameKana", "メイ"),
    BIRTH_DATE("birthDate", "生年月日"),
    GENDER("gender", "性別"),
    POSTAL_CODE("postalCode", "郵便番号"),
    PREFECTURE("prefecture", "都道府県"),
    ADDRESS("address", "住所"),
    PHONE("phone", "電話番号"),
    EMAIL("email", "メールアドレス"),
    SKILLS("skills", "できること"),
    INTERESTS("interests", "関心"),
    ORIGINS("origins", "関わりのきっかけ"),
    SINCE("since", "登録日"),
    MAIL_CONSENT("mailConsent", "メール配信同意"),
    REMARKS("remarks", "備考"),
    CHANNEL("channel", "登録経路"),
    AFFILIATION("affiliation", "団体"),
    REFERRER("referrer", "紹介者の会員番号"),
    SNS_ACCOUNT("snsAccount", "SNSアカウント"),
    TRANSACTION("sourceTransaction", "取引番号"),
    OCCURRED_ON("occurredOn", "日付"),
    ACTIVITY("activity", "活動"),
    AMOUNT("amount", "金額"),
    POINTS("points", "ポイント"),
    QUANTITY("quantity", "数量"),
    UNIT("unit", "単位"),
    CONTACT("contactConsent", "連絡可否"),
    SCHEME("scheme", "制度"),
    MEMBERSHIP_NUMBER("membershipNumber", "会員証番号"),
    TIER("tier", "会員種別"),
    JOINED_ON("joinedOn", "入会日"),
    VALID_UNTIL("validUntil", "有効期限"),
    STATE("state", "状態"),
    ENDED_ON("endedOn", "退会日");

    private final String code;
    private final String ja;

    Field(String code, String ja) {
        this.code = code;
        this.ja = ja;
    }

    String code() {
        return code;
    }

    String ja() {
        return ja;
    }

    /** By either name, whatever the width. */
    static Optional<Field> named(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return Stream.of(values())
                .filter(field -> field.ja.equals(plain) || field.code.equalsIgnoreCase(plain))
                .findFirst();
    }

    /** Its names as the registry's texts show them; a code that this program doesn't know stays as it is. */
    static String shown(String code) {
        return named(code)
                .map(field -> "%s（%s）".formatted(field.ja, field.code))
                .orElse(code);
    }
}
