package jp.kakawari.registry.rotation;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.patching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kakawari.registry.TestApi;

/** Everybody under whose hands keys change: people who register, towns that read, find, correct and send lists. */
final class Users {

    private static final String OWN = "/v1/municipalities/" + MINAMIOGUNI;

    private final AtomicInteger number = new AtomicInteger();
    private final Map<UUID, String> mails = new ConcurrentHashMap<>();

    /** Reads somebody, finds them by their address, or corrects them. */
    void use(UUID id, int way) {
        switch (way) {
            case 0 ->
                as("minamioguni")
                        .get(OWN + "/supporters/" + id)
                        .then()
                        .statusCode(200)
                        .body("profile.email", equalTo(mails.get(id)));
            case 1 ->
                as("minamioguni")
                        .body("{\"email\": \"" + mails.get(id) + "\"}")
                        .post(OWN + "/supporter-searches")
                        .then()
                        .statusCode(200)
                        .body("items.id", hasItem(id.toString()));
            default -> {
                Response now = as("sample-partner").get("/v1/supporters/" + id);
                patching("sample-partner")
                        .header("If-Match", now.then().statusCode(200).extract().header("ETag"))
                        .body("{\"profile\": {\"nickname\": \"n" + number.incrementAndGet() + "\"}}")
                        .patch("/v1/supporters/" + id)
                        .then()
                        .statusCode(oneOf(204, 412));
            }
        }
    }

    List<UUID> register(int count) {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String mail = "rotation" + number.incrementAndGet() + "@example.jp";
            UUID id = TestApi.register("sample-partner", """
                    {"profile": {"familyName": "回転", "familyNameKana": "カイテン%1$s", "birthDate": "1980-01-01",
                       "phone": "090-1111-%2$04d", "email": "%1$s"},
                     "ties": [{"municipality": "434230", "mailConsent": true}]}""".formatted(mail, number.get()));
            mails.put(id, mail);
            people.add(id);
        }
        return people;
    }

    /** The bulk path: rows that are merged in sets, and some that are rejected and kept sealed. */
    byte[] list(int rows) {
        StringBuilder list = new StringBuilder("会員番号,氏名,フリガナ,生年月日,電話番号,メールアドレス\n");
        for (int i = 0; i < rows; i++) {
            int n = number.incrementAndGet();
            list.append("R-%d,回転 %d,カイテン,1970-01-01,090-2222-%04d,r%d@example.jp\n".formatted(n, n, n, n));
            list.append(i % 100 == 0 ? "R-%d,,,,,こわれた\n".formatted(100_000 + n) : "");
        }
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }

    static JsonPath sync(byte[] list) {
        Response sent = as("hida")
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(list)
                .post("/v1/municipalities/212172/supporter-syncs");
        sent.then().statusCode(202);
        String job = "/v1/municipalities/212172/supporter-syncs/" + sent.path("id");
        String state;
        do {
            state = as("hida").get(job).path("state");
        } while (!state.equals("DONE") && !state.equals("FAILED"));
        assertThat(state).isEqualTo("DONE");
        return as("hida").get(job).jsonPath();
    }
}
