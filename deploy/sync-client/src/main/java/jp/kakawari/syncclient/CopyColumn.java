package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The columns of the local copy: those of the registry's own export, written as there, so that it can be sent as it is. In
 * front stands by what the feed knows a person; 登録日 is missing, which the feed doesn't tell.
 */
enum CopyColumn {
    ID("台帳ID", (supporter, labels) -> supporter.path("id").asText()),
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
    POSTAL_CODE(
            "郵便番号",
            (supporter, labels) ->
                    hyphenated(supporter.path("profile").path("postalCode").asText(""))),
    PREFECTURE("都道府県", (supporter, labels) -> prefecture(supporter.path("profile"), labels.names("prefectures"))),
    ADDRESS("住所", profile("address")),
    PHONE("電話番号", profile("phone")),
    EMAIL("メールアドレス", profile("email")),
    SKILLS("できること", (supporter, labels) -> words(supporter.path("profile").path("skills"))),
    INTERESTS("関心", (supporter, labels) -> words(supporter.path("profile").path("interests"))),
    ORIGINS(
            "関わりのきっかけ",
            (supporter, labels) -> labels.ofAll("origins", supporter.path("tie").path("origins"))),
    MAIL_CONSENT("メール配信同意", (supporter, labels) -> yesOrNo(supporter.path("tie").path("mailConsent"))),
    REMARKS("備考", (supporter, labels) -> supporter.path("remarks").asText("")),
    CHANNEL("登録経路", (supporter, labels) -> supporter.path("channel").asText("")),
    AFFILIATION("団体", tie("affiliation")),
    REFERRER("紹介者の会員番号", tie("referrerMemberNumber")),
    SNS_ACCOUNT("SNSアカウント", profile("snsAccount")),
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
        return Formula.defused(cell.apply(supporter, labels));
    }

    private static BiFunction<JsonNode, Labels, String> profile(String name) {
        return (supporter, labels) -> supporter.path("profile").path(name).asText("");
    }

    private static BiFunction<JsonNode, Labels, String> tie(String name) {
        return (supporter, labels) -> supporter.path("tie").path(name).asText("");
    }

    /** A spreadsheet takes seven digits for a number, and the zero in front away. */
    private static String hyphenated(String digits) {
        return digits.matches("[0-9]{7}") ? digits.substring(0, 3) + "-" + digits.substring(3) : digits;
    }

    /** An address that begins like one does not make somebody overseas a resident of it. */
    private static String prefecture(JsonNode profile, Map<String, String> names) {
        String known = names.get(profile.path("prefecture").asText(""));
        if (known != null) {
            return known;
        }
        String address = profile.path("address").asText("").strip();
        boolean abroad = !profile.path("country").asText("JP").equals("JP")
                || names.values().stream().anyMatch(address::startsWith);
        return abroad ? "海外" : "";
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
