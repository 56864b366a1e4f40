package jp.kakawari.registry.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kakawari.japan.Kana;

/** What a column of a list can hold, and the names under which town halls keep it. */
public enum Column {
    MEMBER_NUMBER("memberNumber", "会員番号", "会員No", "会員ID", "会員コード", "登録番号", "登録No", "登録ID", "管理番号", "番号", "No", "ID"),
    NAME("name", "氏名", "お名前", "名前", "会員名", "姓名", "氏名（漢字）", "氏名・名称", "Name"),
    FAMILY_NAME("familyName", "姓", "名字", "苗字", "氏", "姓（漢字）"),
    GIVEN_NAME("givenName", "名", "名（漢字）"),
    KANA("kana", "フリガナ", "ふりがな", "カナ", "氏名カナ", "カナ氏名", "氏名フリガナ", "氏名（カナ）", "お名前（フリガナ）", "名前カナ", "よみ", "よみがな"),
    FAMILY_NAME_KANA("familyNameKana", "セイ", "姓カナ", "姓フリガナ", "姓（カナ）"),
    GIVEN_NAME_KANA("givenNameKana", "メイ", "名カナ", "名フリガナ", "名（カナ）"),
    BIRTH_DATE("birthDate", "生年月日", "誕生日", "お誕生日"),
    GENDER("gender", "性別"),
    POSTAL_CODE("postalCode", "郵便番号", "〒", "郵便", "ZIP"),
    PREFECTURE("prefecture", "都道府県", "都道府県名", "居住都道府県", "お住まいの都道府県"),
    ADDRESS("address", "住所", "現住所", "ご住所", "居住地", "住所1"),
    PHONE("phone", "電話番号", "電話", "TEL", "携帯電話", "携帯", "携帯番号", "携帯電話番号", "連絡先電話番号"),
    EMAIL("email", "メールアドレス", "メール", "Eメール", "E-mail", "Mail", "Eメールアドレス"),
    SKILLS("skills", "できること", "スキル", "特技", "得意なこと", "協力できること"),
    INTERESTS("interests", "関心", "興味", "興味・関心", "関心分野", "関心のあること"),
    ORIGINS("origins", "関わりのきっかけ", "きっかけ", "登録のきっかけ", "入会のきっかけ", "登録理由"),
    SINCE("since", "登録日", "登録年月日", "入会日", "入会年月日", "会員登録日"),
    MAIL_CONSENT("mailConsent", "メール配信同意", "メール配信", "メール配信希望", "メルマガ", "メルマガ希望", "メルマガ配信", "配信同意", "配信希望", "メール同意"),
    REMARKS("remarks", "備考", "備考欄", "メモ", "摘要", "特記事項"),
    CHANNEL("channel", "登録経路", "申込経路", "入会経路", "登録チャネル"),
    AFFILIATION("affiliation", "団体", "団体名", "所属団体", "所属団体名"),
    REFERRER("referrer", "紹介者の会員番号", "紹介者会員番号", "紹介者番号", "紹介会員番号"),
    SNS_ACCOUNT("snsAccount", "SNSアカウント", "SNSアカウント名", "SNS名", "SNSID"),
    LOST_CHARACTERS("lostCharacters", "変換できない文字"),
    TRANSACTION("sourceTransaction", "取引番号", "取引No", "取引ID", "取引コード", "寄附番号", "寄付番号"),
    OCCURRED_ON("occurredOn", "日付", "年月日", "取引日", "利用日", "実施日", "参加日", "来店日", "訪問日", "寄附日", "寄付日", "活動日"),
    ACTIVITY("activity", "活動", "活動内容", "過ごし方", "活動区分", "活動種別", "取引区分", "取引種別", "取引内容"),
    AMOUNT("amount", "金額", "金額（円）", "寄附額", "寄付額", "寄附金額", "寄付金額", "支払額", "購入額", "利用金額"),
    POINTS("points", "ポイント", "ポイント数", "付与ポイント", "利用ポイント", "pt"),
    QUANTITY("quantity", "数量", "量", "個数"),
    UNIT("unit", "単位"),
    CONTACT("contactConsent", "連絡可否", "連絡の可否", "連絡同意", "連絡希望", "お知らせの可否"),
    SCHEME("scheme", "制度", "制度名", "制度コード", "会員制度", "会員制度名", "クラブ名", "ファンクラブ名"),
    MEMBERSHIP_NUMBER("membershipNumber", "会員証番号", "会員証No", "会員証ID", "カード番号", "会員カード番号", "カードNo", "証番号", "証No"),
    TIER("tier", "会員種別", "ランク", "会員ランク", "会員区分", "会員種類", "会員の種類", "種別", "グレード"),
    JOINED_ON("joinedOn", "入会日", "入会年月日", "加入日", "加入年月日", "会員登録日", "登録日"),
    VALID_UNTIL("validUntil", "有効期限", "有効期限日", "会員証有効期限", "有効期間満了日", "満了日", "期限"),
    STATE("state", "状態", "会員状態", "会員の状態", "ステータス", "在籍状況", "会員状況"),
    ENDED_ON("endedOn", "退会日", "退会年月日", "脱退日", "終了日");

    private static final Set<String> GENERIC = Set.of(key("番号"), key("No"), key("ID"));

    private final String field;
    private final List<String> headers;

    Column(String field, String... headers) {
        this.field = field;
        this.headers = List.of(headers);
    }

    /** Its name in the API. */
    public String field() {
        return field;
    }

    /** Its usual Japanese name. */
    public String ja() {
        return headers.getFirst();
    }

    /** Every header by which it is recognised beside its field, whatever the width, spaces, kana and punctuation. */
    public List<String> headers() {
        return headers;
    }

    /** The column of that name in the API. */
    public static Optional<Column> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }

    /** Whether a header may count the rows of any list: a number of members only where nothing else is one. */
    static boolean isGeneric(String header) {
        return GENERIC.contains(key(header));
    }

    /** Headers with the same key are the same header: ﾌﾘｶﾞﾅ, ふりがな and 「フリガナ（必須）」. */
    public static String key(String header) {
        String letters = Kana.fold(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}〒]", "");
        return letters.replaceAll("(?<=.)(必須|任意)$", "");
    }
}
