package jp.kakawari.registry.export;

/** Examples of the OpenAPI document. */
final class ExportExamples {

    static final String SHEET = """
            会員番号,姓,名,セイ,メイ,呼び名,生年月日,性別,郵便番号,都道府県,住所,電話番号,メールアドレス,できること,関心,関わりのきっかけ,登録日,メール配信同意,備考,登録経路,団体,紹介者の会員番号,SNSアカウント,関わり開始日,段階,最終参加日,住民
            HI-900001,清水,翔,シミズ,ショウ,,1960-07-16,,301-8832,東京都,東京都千代田区見本町7-4,070-9027-4044,sho@example.jp,翻訳、林業,,祭りに参加,,○,,list,,,,2026-11-21,つかむ,,×
            """;

    static final String LINES = """
            {"id":"0198c0de-0000-7000-8000-000000000001","revision":1,"memberNumber":"HI-900001","channel":"list","assurance":"MEDIUM","profile":{"kind":"PERSON",\
            "familyName":"清水","givenName":"翔","email":"sho@example.jp","interests":[],"skills":["翻訳","林業"]},\
            "tie":{"municipality":"212172","origins":["FESTIVAL"],"stage":"CATCH","since":"2026-11-21","resident":false,\
            "mailConsent":true}}
            """;

    private ExportExamples() {}
}
