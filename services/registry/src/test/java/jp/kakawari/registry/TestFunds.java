package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kakawari.web.JapanTime;

/** A town's funds, its projects and those who give to them. */
public final class TestFunds {

    public static final String TOWN = "/v1/municipalities/" + KASHIWAZAKI;
    public static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);

    private static final AtomicInteger ENTRIES = new AtomicInteger();

    private TestFunds() {}

    public static UUID person() {
        return register("sample-partner", somebody("do-" + UUID.randomUUID(), KASHIWAZAKI));
    }

    public static String fund() {
        String code = "fund-" + UUID.randomUUID().toString().substring(0, 8);
        as("kashiwazaki")
                .body("{\"name\": \"基金\"}")
                .put(TOWN + "/funds/" + code)
                .then()
                .statusCode(200);
        return code;
    }

    public static String project(String fund) {
        String code = "project-" + UUID.randomUUID().toString().substring(0, 8);
        as("kashiwazaki")
                .body("{\"name\": \"棚田\", \"state\": \"OPEN\"%s}"
                        .formatted(fund == null ? "" : ", \"fund\": \"" + fund + "\""))
                .put(TOWN + "/donation-projects/" + code)
                .then()
                .statusCode(200);
        return code;
    }

    public static Response entry(String fund, String direction, int yen, String project) {
        return post(
                "kashiwazaki",
                TOWN + "/funds/" + fund + "/entries",
                "{\"direction\": \"%s\", \"yen\": %d, \"bookedOn\": \"%s\", \"sourceTransaction\": \"%d\"%s}"
                        .formatted(
                                direction,
                                yen,
                                TODAY,
                                ENTRIES.incrementAndGet(),
                                project == null ? "" : ", \"project\": \"" + project + "\""));
    }

    public static void balance(String fund, int yen) {
        as("kashiwazaki").get(TOWN + "/funds/" + fund).then().statusCode(200).body("balance", equalTo(yen));
    }
}
