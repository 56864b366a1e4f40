package jp.kakawari.registry.sync;

/** Examples of the OpenAPI document. */
final class SyncExamples {

    static final String LIST = """
            会員番号,氏名,フリガナ,生年月日,郵便番号,都道府県,電話番号,メールアドレス,できること,関わりのきっかけ,メール配信同意
            HI-900001,清水　翔,シミズ しょう,S35.7.16,〒301-8832,東京都,07090274044,sho@example.jp,翻訳、林業,祭りに参加,○
            """;

    static final String OBJECTS = """
            {"memberNumber": "HI-900001", "name": "清水　翔", "birthDate": "S35.7.16", "skills": ["翻訳", "林業"], "mailConsent": true}
            """;

    static final String REJECTED_OBJECTS = """
            {"行": 212, "理由": "生年月日が日付として正しくありません", "memberNumber": "HI-000211", "name": "鈴木 結衣", "birthDate": "1985/2/30"}
            """;

    static final String DONE = """
            {"id": "019aa5f0-6c00-7000-8000-000000000001", "municipality": "212172", "dryRun": false, "state": "DONE",
             "format": "CSV", "encoding": "windows-31j",
             "progress": {"bytes": 561431, "rowsRead": 3090, "created": 3035, "changed": 0, "unchanged": 0, "rejected": 49,
                          "superseded": 6, "rowsPerSecond": 9000},
             "columns": [{"header": "会員番号", "field": "memberNumber", "fieldJa": "会員番号"}, {"header": "担当"},
                         {"header": "連絡用携帯", "proposal": {"field": "phone", "fieldJa": "電話番号", "confidence": 0.94,
                          "ja": "列名が「携帯」に似ています（0.76）。最初の値100件の98%が「電話番号」として読み取れます",
                          "en": "the name is similar to \\"携帯\\" (0.76); 98% of the first 100 values read as phone"}}],
             "rejections": [{"code": "impossibleBirthDate", "ja": "生年月日が日付として正しくありません",
                             "en": "birth date is not a date", "count": 7, "lines": [212, 480]}],
             "notices": [{"code": "changedAndNotListed",
                          "ja": "前回の同期のあと登録内容が変更されたか、新しく入会した会員が名簿にありません。終了の対象から外しています。終了する場合は onConflict=LIST で送信してください",
                          "en": "changed here, or joined here, since the last list, and missing in this one: not ended",
                          "count": 1, "memberNumbers": ["HI-000007"]}],
             "createdAt": "2026-11-21T10:00:00+09:00", "stagedAt": "2026-11-21T10:00:01+09:00",
             "finishedAt": "2026-11-21T10:00:02+09:00", "allowedActions": ["getRejections", "sendAgain"]}""";

    static final String REJECTIONS = """
            行,理由,会員番号,氏名,生年月日
            212,生年月日が日付として正しくありません,HI-000211,鈴木 結衣,1985/2/30
            """;

    static final String LEDGER = """
            取引番号,会員番号,日付,活動,金額,連絡可否
            K-2026-0001,HI-900001,R8.11.3,ふるさと納税,"10,000円",可
            """;

    static final String LEDGER_OBJECTS = """
            {"sourceTransaction": "P-2026-0001", "memberNumber": "HI-900001", "occurredOn": "2026-11-03", "activity": "ポイント付与", "points": 120}
            """;

    static final String LEDGER_REJECTIONS = """
            行,理由,取引番号,会員番号,日付,活動,金額,連絡可否
            212,この会員番号の会員は登録されていません。先に名簿を同期してください,K-2026-0211,HI-999999,R8.11.3,ふるさと納税,5000,可
            """;

    static final String LEDGER_REJECTED_OBJECTS = """
            {"行": 212, "理由": "日付が未来です", "sourceTransaction": "P-2026-0211", "memberNumber": "HI-000211", "occurredOn": "2062-11-03", "activity": "来店"}
            """;

    static final String MEMBERSHIPS = """
            制度,会員番号,会員証番号,会員種別,入会日,有効期限,状態
            飛騨市ファンクラブ,HI-900001,F-000123,一般会員,R8.4.1,2027/3/31,有効
            """;

    static final String MEMBERSHIP_OBJECTS = """
            {"scheme": "hida-fanclub", "memberNumber": "HI-900001", "membershipNumber": "F-000123", "tier": "regular", "joinedOn": "2026-04-01"}
            """;

    static final String MEMBERSHIP_REJECTIONS = """
            行,理由,制度,会員番号,会員証番号,会員種別,入会日,有効期限,状態
            212,会員種別が制度の規約にありません。コードか名称（/v1/schemes）で書いてください,飛騨市ファンクラブ,HI-000211,F-000211,金色会員,R8.4.1,,有効
            """;

    static final String MEMBERSHIP_REJECTED_OBJECTS = """
            {"行": 212, "理由": "有効期限が入会日より前です", "scheme": "hida-fanclub", "memberNumber": "HI-000211", "membershipNumber": "F-000211", "joinedOn": "2026-04-01", "validUntil": "2025-03-31"}
            """;

    private SyncExamples() {}
}
