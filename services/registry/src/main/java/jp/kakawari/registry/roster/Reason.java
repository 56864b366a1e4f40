package jp.kakawari.registry.roster;

import java.util.Arrays;

/** Why a row was not taken (取り込めない理由), or what else to look at in a list. */
public enum Reason {
    WRONG_NUMBER_OF_COLUMNS("wrongNumberOfColumns", "not as many columns as the header", "列の数が見出しと異なります"),
    MISSING_MEMBER_NUMBER("missingMemberNumber", "no member number", "会員番号がありません"),
    NUMBER_TOO_LONG(
            "numberTooLong", "a member or membership number is longer than 64 characters", "会員番号または会員証番号が64文字を超えています"),
    MISSING_NAME("missingName", "neither a name nor an SNS account", "氏名がありません"),
    IMPOSSIBLE_BIRTH_DATE("impossibleBirthDate", "birth date is not a date", "生年月日が日付として正しくありません"),
    BIRTH_DATE_IN_FUTURE("birthDateInFuture", "birth date is in the future", "生年月日が未来の日付です"),
    MALFORMED_POSTAL_CODE("malformedPostalCode", "postal code does not have 7 digits", "郵便番号が7桁の数字ではありません"),
    UNKNOWN_PREFECTURE("unknownPrefecture", "no such prefecture", "都道府県名が正しくありません"),
    MALFORMED_PHONE("malformedPhone", "phone number can't be read", "電話番号の形式が正しくありません"),
    MALFORMED_EMAIL("malformedEmail", "e-mail address can't be read", "メールアドレスの形式が正しくありません"),
    IMPOSSIBLE_REGISTRATION_DATE("impossibleRegistrationDate", "registration date is not a date", "登録日が日付として正しくありません"),
    UNKNOWN_CONSENT_WORD("unknownConsentWord", "mail consent is neither a yes nor a no", "メール配信同意が「はい」か「いいえ」か読み取れません"),
    NOT_A_WORD(
            "notAWord",
            "skills, interests, channel and affiliation are words of up to 40 characters, without addresses or long numbers",
            "「できること」「関心」「登録経路」「団体」は40文字までの語句で書いてください（電話番号やメールアドレスなどは書けません）"),
    TOO_LONG("tooLong", "a cell is longer than its field may be", "項目の文字数が多すぎます"),
    MISSING_TRANSACTION("missingTransaction", "no transaction number", "取引番号がありません"),
    UNKNOWN_MEMBER("unknownMember", "nobody on the list has this member number", "この会員番号の会員は登録されていません。先に名簿を同期してください"),
    MISSING_DATE("missingDate", "no date", "日付がありません"),
    IMPOSSIBLE_DATE("impossibleDate", "the day is not a date", "日付が正しくありません"),
    DATE_IN_FUTURE("dateInFuture", "the day is in the future", "日付が未来です"),
    UNKNOWN_ACTIVITY(
            "unknownActivity",
            "no such activity; its code or name stands in /v1/code-lists/activities",
            "活動が読み取れません。「過ごし方」のコードか名称（/v1/code-lists/activities）で書いてください"),
    MALFORMED_QUANTITY(
            "malformedQuantity",
            "a quantity is a number of up to 12 digits and 3 decimals",
            "金額・ポイント・数量が数値として読み取れません（整数12桁、小数3桁まで）"),
    SEVERAL_QUANTITIES("severalQuantities", "more than one quantity in a row", "金額・ポイント・数量のうち1つだけ書いてください"),
    UNKNOWN_UNIT(
            "unknownUnit",
            "a quantity needs a unit: yen, points, items, times, hours or days, the same wherever it is written",
            "単位が読み取れないか、一致しません（円・ポイント・個・回・時間・日のいずれか）"),
    NEGATIVE_QUANTITY(
            "negativeQuantity",
            "only points are redeemed; reject the entry that is to be taken back",
            "マイナスの値はポイントの利用だけに使えます。取消しは元の記録を却下してください"),
    UNKNOWN_CONTACT_WORD("unknownContactWord", "contact consent is neither a yes nor a no", "連絡可否が「可」か「不可」か読み取れません"),
    TRANSACTION_DIFFERS(
            "transactionDiffers",
            "the ledger, or a row before, holds something else under this transaction number",
            "同じ取引番号で異なる内容が登録済みか、前の行にあります。元の記録を却下し、新しい取引番号で登録してください"),
    MISSING_SCHEME("missingScheme", "no scheme, neither in the row nor for the whole list", "制度がありません"),
    UNKNOWN_SCHEME(
            "unknownScheme",
            "no such scheme; its code or name stands in /v1/schemes",
            "制度が見つかりません。登録済みの制度のコードか名称（/v1/schemes）で書いてください"),
    SCHEME_OF_OTHERS("schemeOfOthers", "the scheme is not run by this municipality", "この自治体が運営する制度ではありません"),
    SCHEME_DIFFERS(
            "schemeDiffers", "the row names another scheme than the list was sent for", "送信時に指定した制度と、行の制度が異なります"),
    SCHEME_CLOSED("schemeClosed", "the scheme takes no new members", "この制度は受付を終了しています"),
    MISSING_MEMBERSHIP_NUMBER("missingMembershipNumber", "no membership number", "会員証番号がありません"),
    MEMBERSHIP_NUMBER_TAKEN(
            "membershipNumberTaken",
            "this membership number is somebody else's in the scheme, or in a row before",
            "この会員証番号は、この制度の別の会員のものです（登録済み、または前の行）"),
    ALREADY_MEMBER(
            "alreadyMember",
            "another municipality that runs the scheme keeps this person's membership",
            "この会員は、同じ制度を運営する別の自治体で登録されています"),
    UNKNOWN_TIER(
            "unknownTier",
            "the scheme's policy has no such tier; its code or name stands in /v1/schemes",
            "会員種別が制度の規約にありません。コードか名称（/v1/schemes）で書いてください"),
    UNKNOWN_STATE(
            "unknownState", "the state says neither that it holds nor that it ended", "状態が読み取れません（有効・退会・休止・期限切れのいずれか）"),
    STATE_CONTRADICTS("stateContradicts", "it holds, and has a day on which it ended", "状態が有効なのに退会日があります"),
    VALID_BEFORE_JOINED("validBeforeJoined", "its validity ends before the day of joining", "有効期限が入会日より前です"),
    ENDED_BEFORE_JOINED("endedBeforeJoined", "it ended before the day of joining", "退会日が入会日より前です"),
    UNKNOWN_REFERRER(
            "unknownReferrer",
            "nobody on the list has the referrer's member number; it is kept and counts once they are listed",
            "紹介者の会員番号の会員が登録されていません。番号は保存し、登録され次第つながります"),
    NOBODY_ENDED(
            "nobodyEnded",
            "the row was not taken and doesn't tell whose it is: nobody was ended for want of a row; correct it and send the"
                    + " whole list again",
            "会員番号を読み取れない行があるため、名簿にない会員を終了する処理は行いません。行を直して全件をもう一度送信してください"),
    CHANGED_ON_BOTH_SIDES(
            "changedOnBothSides",
            "changed in the list and, since the last list, in the registry too",
            "前回の同期のあと、名簿と登録内容の両方が変更されています。登録内容を確認し、名簿を優先する場合は onConflict=LIST で送信してください"),
    CHANGED_AND_NOT_LISTED(
            "changedAndNotListed",
            "changed here, or joined here, since the last list, and missing in this one: not ended",
            "前回の同期のあと登録内容が変更されたか、新しく入会した会員が名簿にありません。終了の対象から外しています。終了する場合は onConflict=LIST で送信してください"),
    SUPERSEDED(
            "superseded",
            "a row further down is of the same member or the same card, and counts instead; numbers that differ only in width"
                    + " or blanks are the same",
            "同じ会員（または同じ会員証番号）の行が後にもあるため、後の行だけを取り込みます。全角・半角や空白だけが異なる番号は同じ番号として扱います。別の会員であれば番号を直してください"),
    LOST_CHARACTERS(
            "lostCharacters",
            "characters were lost when the list was exported",
            "書き出しのときに〓に置き換わった文字があります。UTF-8で書き出した一覧を使ってください"),
    REMOVED_ON_REQUEST("removedOnRequest", "this person had their record removed", "本人の申し出により削除された会員です。名簿からも削除してください");

    private final String code;
    private final String en;
    private final String ja;

    Reason(String code, String en, String ja) {
        this.code = code;
        this.en = en;
        this.ja = ja;
    }

    public String code() {
        return code;
    }

    public String en() {
        return en;
    }

    public String ja() {
        return ja;
    }

    /** Whether the row is kept for its sender as it came: of who had themselves removed nothing is. */
    public boolean keepsRow() {
        return this != REMOVED_ON_REQUEST;
    }

    public static Reason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a reason: " + code));
    }
}
