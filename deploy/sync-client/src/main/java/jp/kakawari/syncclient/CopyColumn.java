package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The columns of the local copy, named as the registry's own export names them. */
enum CopyColumn {
    ID("ID", (supporter, labels) -> supporter.path("id").asText()),
    MEMBER_NUMBER("会員番号", (supporter, labels) -> supporter.path("memberNumber").asText("")),
    FAMILY_NAME("姓", profile("familyName")),
    GIVEN_NAME("名", profile("givenName")),
    FAMILY_NAME_KANA("セイ", profile("familyNameKana")),
    GIVEN_NAME_KANA("メイ", profile("givenNameKana")),
    NICKNAME("呼び名", profile("nickname")),
    BIRTH_DATE("生年月日", profile("birthDate")),
    GENDER(
            "性別",
            (supporter, labels) ->
                    labels.of("genders", supporter.path("profile").path("gender"))),
    POSTAL_CODE("郵便番号", profile("postalCode")),
    PREFECTURE(
            "都道府県",
            (supporter, labels) ->
                    labels.of("prefectures", supporter.path("profile").path("prefecture"))),
    ADDRESS("住所", profile("address")),
    PHONE("電話番号", profile("phone")),
    EMAIL("メールアドレス", profile("email")),
    SKILLS("できること", (supporter, labels) -> words(supporter.path("profile").path("skills"))),
    INTERESTS("関心", (supporter, labels) -> words(supporter.path("profile").path("interests"))),
    ORIGINS(
            "きっかけ",
            (supporter, labels) -> labels.ofAll("origins", supporter.path("tie").path("origins"))),
    MAIL_CONSENT("メール配信同意", (supporter, labels) -> yesOrNo(supporter.path("tie").path("mailConsent"))),
    REMARKS("備考", (supporter, labels) -> supporter.path("remarks").asText("")),
    SINCE("関わり開始日", tie("since")),
    STAGE("段階", (supporter, labels) -> labels.of("stages", supporter.path("tie").path("stage"))),
    LAST_ACTIVE_ON("最終参加日", tie("lastActiveOn")),
    RESIDENT("住民", (supporter, labels) -> yesOrNo(supporter.path("tie").path("resident")));

    private final String header;
    private final BiFunction<JsonNode, Labels, String> cell;

    CopyColumn(String header, BiFunction<JsonNode, Labels, String> cell) {
        this.header = header;
        this.cell = cell;
    }

    String header() {
        return header;
    }

    /** The cell's text, which no spreadsheet runs as a formula. */
    String cell(JsonNode supporter, Labels labels) {
        String text = cell.apply(supporter, labels);
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static BiFunction<JsonNode, Labels, String> profile(String name) {
        return (supporter, labels) -> supporter.path("profile").path(name).asText("");
    }

    private static BiFunction<JsonNode, Labels, String> tie(String name) {
        return (supporter, labels) -> supporter.path("tie").path(name).asText("");
    }

    private static String words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("、"));
    }

    private static String yesOrNo(JsonNode flag) {
        return flag.asBoolean() ? "○" : "×";
    }
}
