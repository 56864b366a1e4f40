package jp.kakawari.catalog;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import org.eclipse.microprofile.config.ConfigProvider;

/** 飛騨市, 小菅村 and the others as they call the service, each with a real token. */
public final class TestWorld {

    public static final String HIDA = "hida";
    public static final String KOSUGE = "kosuge";
    public static final String YAMANASHI = "yamanashi";
    public static final String SECRETARIAT = "secretariat";
    public static final String INTERMEDIARY = "sample-intermediary";
    public static final String PARTNER = "sample-partner";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private TestWorld() {}

    /** A request of that client. */
    public static RequestSpecification as(String client) {
        return given().auth().oauth2(Parts.shared().tokens().of(client)).contentType(ContentType.JSON);
    }

    /** A request of that client that creates or acts. */
    public static RequestSpecification once(String client) {
        return as(client).header("Idempotency-Key", UUID.randomUUID());
    }

    /** A small program of 飛騨市 that is complete. */
    public static Map<String, Object> volunteering() {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("title", "種蔵の石積み棚田を守る");
        sheet.put("summary", "石積みの修復を住民と一日かけて行う。");
        sheet.put("municipalities", List.of("212172"));
        sheet.put("themes", List.of("棚田"));
        sheet.put("activities", List.of("保全活動", "ボランティア"));
        sheet.put("activity", "COMMONS_CONSERVATION");
        sheet.put("mode", "ONSITE");
        return sheet;
    }

    public static Map<String, Object> with(Map<String, Object> sheet, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(sheet);
        changed.put(name, value);
        return changed;
    }

    /** The id of a new draft. */
    public static UUID draft(String client, Map<String, Object> sheet) {
        return UUID.fromString(once(client)
                .body(sheet)
                .post("/v1/programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** The id of a new program that is published. */
    public static UUID published(String client, Map<String, Object> sheet) {
        UUID id = draft(client, sheet);
        step(client, id, "publication").then().statusCode(200);
        return id;
    }

    public static Response step(String client, UUID program, String step) {
        return once(client).post("/v1/programs/{id}/{step}", program, step);
    }

    public static String etag(UUID program) {
        return given().get("/v1/programs/{id}", program).header("ETag");
    }

    /** The full name of a topic in this test's namespace. */
    public static String topic(Topic topic) {
        return ConfigProvider.getConfig().getValue("kakawari.topics.prefix", String.class) + topic.value();
    }

    /** Sends what registry would tell of a member organisation. */
    public static void tell(UUID organization, long revision, String state, String name, String government) {
        String code = government == null ? "null" : "\"" + government + "\"";
        Parts.shared()
                .topics()
                .sendEvent(
                        topic(Topic.REGISTRY_ORGANIZATION),
                        "jp.kakawari.registry.organization-changed.v1",
                        organization.toString(),
                        "{\"id\":\"%s\",\"revision\":%d,\"state\":\"%s\",\"kind\":\"GOVERNMENT\",\"name\":\"%s\",\"government\":%s}"
                                .formatted(organization, revision, state, name, code));
    }

    /** The id of the sample organisation of a government. */
    public static UUID organizationOf(String government) {
        return UUID.fromString("00000000-0000-7000-8000-000000" + government);
    }

    public static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not within " + LIMIT.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
