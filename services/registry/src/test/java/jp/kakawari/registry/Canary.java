package jp.kakawari.registry;

import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who is in no other test, and every form in which their data could leave: as sent and as folded, in the bytes of
 * either encoding, in Base64 and as a hash without a key, which anybody can make who guesses the value.
 */
final class Canary {

    static final String SYNCS = "/v1/municipalities/" + TestApi.KASHIWAZAKI + "/supporter-syncs";

    static final String JSON = """
            {"profile": {"familyName": "金糸雀", "givenName": "鳴子", "familyNameKana": "カナリヤ", "givenNameKana": "ナルコ",
              "nickname": "ぴいちく", "birthDate": "1933-03-03", "postalCode": "9998887", "address": "山形県幻影市籠町1-1",
              "phone": "090-4321-8765", "email": "canary@example.jp", "snsAccount": "@piichiku_33"},
             "ties": [{"municipality": "434230", "origins": ["FRIEND"], "mailConsent": true}]}
            """;

    static final String HEADER = "会員番号,氏名,フリガナ,生年月日,性別,郵便番号,住所,電話番号,メールアドレス,備考,SNSアカウント";

    private static final List<String> VALUES = List.of(
            "金糸雀",
            "鳴子",
            "カナリヤ",
            "ｶﾅﾘﾔ",
            "ﾅﾙｺ",
            "ナルコ",
            "ぴいちく",
            "9998887",
            "999-8887",
            "幻影市籠町",
            "090-4321-8765",
            "09043218765",
            "9043218765",
            "canary@example.jp",
            "piichiku_33",
            "1933-03-03",
            "1933/03/03",
            "昭和8年3月3日",
            "籠の鳥です");

    private static final List<String> WHOLE = List.of("金糸雀 鳴子", "金糸雀鳴子", "カナリヤナルコ", "カナリヤ ナルコ", "1933-3-3", "19330303");

    /** Three bytes stand in what is sealed by chance, every so often. */
    private static final int ENOUGH = 4;

    private static final Set<String> FORMS =
            Stream.concat(VALUES.stream().flatMap(Canary::written), hashed()).collect(Collectors.toSet());

    private Canary() {}

    /** A row of a list as Excel leaves it. */
    static String row(String memberNumber) {
        return row(memberNumber, "昭和8年3月3日", "090-4321-8765");
    }

    static String row(String memberNumber, String birthDate, String phone) {
        return String.join(
                ",",
                memberNumber,
                "金糸雀　鳴子",
                "ｶﾅﾘﾔ ﾅﾙｺ",
                birthDate,
                "女",
                "999-8887",
                "山形県幻影市籠町1-1",
                phone,
                "canary@example.jp",
                "籠の鳥です",
                "＠piichiku_33");
    }

    /** What of the canary is in that text; empty for silence. */
    static Optional<String> heardIn(String text) {
        return FORMS.stream().filter(text::contains).findFirst();
    }

    static boolean sings(String text) {
        return heardIn(text).isPresent();
    }

    private static Stream<String> written(String value) {
        return Stream.concat(
                Stream.of(value, escaped(value)),
                Stream.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))
                        .map(value::getBytes)
                        .filter(bytes -> bytes.length >= ENOUGH)
                        .map(HexFormat.of()::formatHex));
    }

    private static String escaped(String value) {
        return value.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    private static Stream<String> hashed() {
        return Stream.concat(VALUES.stream(), WHOLE.stream())
                .flatMap(
                        value -> Stream.of("MD5", "SHA-1", "SHA-256", "SHA-512").flatMap(name -> hash(name, value)));
    }

    private static Stream<String> hash(String algorithm, String value) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(value.getBytes(StandardCharsets.UTF_8));
            return Stream.of(
                    HexFormat.of().formatHex(hash),
                    Base64.getEncoder().withoutPadding().encodeToString(hash),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends a list to 柏崎市. */
    static Response send(byte[] list, boolean dryRun) {
        return TestApi.as("kashiwazaki")
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("dryRun", dryRun)
                .body(list)
                .post(SYNCS);
    }
}
