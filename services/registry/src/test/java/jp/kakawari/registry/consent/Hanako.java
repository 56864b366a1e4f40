package jp.kakawari.registry.consent;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;

import io.restassured.response.Response;
import java.util.UUID;

/** 花子 at 南小国町, who signed in and decides for herself. */
public final class Hanako {

    public static final String ID = "00000000-0000-7000-8000-0000000c0001";
    public static final UUID UUID_OF = UUID.fromString(ID);
    public static final String PARTNER = "00000000-0000-7000-8000-00000000b001";

    private Hanako() {}

    public static void joins(boolean mailConsent) {
        leaves();
        keep(mailConsent).then().statusCode(200);
    }

    /** Says again who she is, and whether 南小国町 may write. */
    public static Response keep(boolean mailConsent) {
        String revision = asHanako().get("/v1/me").header("ETag");
        var request = asHanako().body("""
                {"profile": {"familyName": "山田", "givenName": "花子", "email": "hanako@example.jp", "phone": "090-1234-5678",
                  "prefecture": "13", "skills": ["翻訳"]},
                 "ties": [{"municipality": "434230", "origins": ["SIGHTSEEING"], "mailConsent": %s}]}""".formatted(mailConsent));
        return (revision == null ? request : request.header("If-Match", revision)).put("/v1/me");
    }

    public static void leaves() {
        if (asHanako().get("/v1/me").statusCode() == 200) {
            asHanako()
                    .header("If-Match", "*")
                    .delete("/v1/supporters/" + ID)
                    .then()
                    .statusCode(204);
        }
    }

    public static Response decide(String recipient, String purpose, String body) {
        return asHanako().header("If-Match", "*").body(body).put("/v1/me/consents/" + recipient + "/" + purpose);
    }

    public static Response gives(String recipient, String purpose, int terms) {
        return decide(recipient, purpose, """
                {"state": "GIVEN", "terms": %d}""".formatted(terms));
    }

    public static Response withdraws(String recipient, String purpose) {
        return asHanako()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/me/consents/" + recipient + "/" + purpose + "/withdrawal");
    }

    /** States terms and answers their version. */
    public static int terms(String client, String recipient, String purpose, String fields) {
        return as(client)
                .header("If-Match", "*")
                .body("""
                        {"fields": [%s], "text": "地域の困りごとに活かすために利用します。"}""".formatted(fields))
                .put("/v1/recipients/" + recipient + "/terms/" + purpose)
                .then()
                .statusCode(200)
                .extract()
                .path("version");
    }
}
