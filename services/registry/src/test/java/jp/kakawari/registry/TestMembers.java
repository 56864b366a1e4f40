package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;

import io.restassured.response.Response;
import java.util.UUID;

/** Member organisations, their groups and desks, as tests need them. */
public final class TestMembers {

    private TestMembers() {}

    /** An active member that is no government; answers its id. */
    public static String active(String kind, String name) {
        String id = UUID.randomUUID().toString();
        list(id, """
                {"state": "ACTIVE", "kind": "%s", "name": "%s"}""".formatted(kind, name));
        return id;
    }

    /** An active member that is a government; answers its id, which is that of the sample world. */
    public static String government(String code) {
        String id = "00000000-0000-7000-8000-000000" + code;
        list(id, """
                {"state": "ACTIVE", "kind": "GOVERNMENT", "name": "%1$s", "government": "%1$s"}""".formatted(code));
        return id;
    }

    /** A group that belongs to that organisation. */
    public static void group(String code, String kind, String owner) {
        putGroup("secretariat", code, kind, owner, null).then().statusCode(200);
    }

    public static Response putGroup(String client, String code, String kind, String owner, String parent) {
        return as(client)
                .body("""
                        {"kind": "%s", "name": "見本の集まり", "owner": "%s"%s}
                        """.formatted(kind, owner, parent == null ? "" : ", \"parent\": \"" + parent + "\""))
                .put("/v1/groups/" + code);
    }

    /** A desk in 名古屋市 of whoever that client is; answers its id. */
    public static String desk(String client) {
        return post(client, "/v1/contact-points", desk("名古屋の案内所", "231002", "\"RELATION\""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String desk(String name, String location, String targets) {
        return """
                {"kind": "GUIDE_DESK", "name": "%s", "location": "%s", "hours": "火〜日 10:00〜18:00", "targets": [%s]}
                """.formatted(name, location, targets);
    }

    private static void list(String id, String body) {
        as("secretariat").body(body).put("/v1/organizations/" + id).then().statusCode(200);
    }
}
