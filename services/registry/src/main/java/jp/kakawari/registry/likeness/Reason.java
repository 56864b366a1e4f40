package jp.kakawari.registry.likeness;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why two records may be one person, or may not (名寄せの理由). None of them names anything of a person. */
@Schema(name = "DuplicateReasonCode")
public enum Reason {
    SAME_NAME("氏名が同じです", "the names are the same"),
    SAME_KANA_NAME("氏名のフリガナが同じです", "the names in kana are the same"),
    NAME_VARIANT("氏名の漢字が異体字です", "the names are written in variants of the same characters"),
    DIFFERENT_CHARACTERS("フリガナは同じですが、漢字が異なります", "the names sound the same but are written in other characters"),
    DIFFERENT_READING("漢字は同じですが、フリガナが異なります", "the names are written the same but read differently"),
    DIFFERENT_FAMILY_NAME("姓が異なります", "the family names differ"),
    DIFFERENT_GIVEN_NAME("名が異なります", "the given names differ"),
    SAME_BIRTH_DATE("生年月日が同じです", "the birth dates are the same"),
    CLOSE_BIRTH_DATE("生年月日が一部だけ異なります", "the birth dates differ in one part"),
    DIFFERENT_BIRTH_DATE("生年月日が異なります", "the birth dates differ"),
    SAME_PHONE("電話番号が同じです", "the telephone numbers are the same"),
    DIFFERENT_PHONE("電話番号が異なります", "the telephone numbers differ"),
    SAME_EMAIL("メールアドレスが同じです", "the e-mail addresses are the same"),
    DIFFERENT_EMAIL("メールアドレスが異なります", "the e-mail addresses differ"),
    SAME_ADDRESS("住所が同じです", "the addresses are the same"),
    MOVED_HOUSE(
            "氏名と生年月日が同じで、住所が異なります（転居の可能性）", "name and birth date agree while the address differs: they may have moved"),
    DIFFERENT_ADDRESS("住所が異なります", "the addresses differ"),
    DIFFERENT_GENDER("性別が異なります", "the genders differ");

    private final String ja;
    private final String en;

    Reason(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    /** A sentence in Japanese. */
    public String ja() {
        return ja;
    }

    /** A sentence in English. */
    public String en() {
        return en;
    }
}
