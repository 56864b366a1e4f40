package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.as;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Membership schemes as the sample world's municipalities run them. */
public final class TestSchemes {

    public static final String TIERS = """
            {"tiers": [{"code": "regular", "name": "一般会員"}, {"code": "platinum", "name": "プラチナ国民"}], "validMonths": 12}""";

    private TestSchemes() {}

    /** States a scheme with a regular and a platinum tier for a year, run by these municipalities. */
    public static void run(String client, String code, String name, String... municipalities) {
        put(client, code, scheme("OPEN", name, TIERS, municipalities), null)
                .then()
                .statusCode(200);
    }

    /** States a scheme with one tier that anybody may join, run by these municipalities. */
    public static void open(String client, String code, String name, String... municipalities) {
        String policy = "{\"tiers\": [{\"code\": \"regular\", \"name\": \"一般\"}], \"joining\": {}}";
        put(client, code, scheme("OPEN", name, policy, municipalities), null)
                .then()
                .statusCode(200);
    }

    public static Response put(String client, String code, String body, String ifMatch) {
        var request = as(client).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/schemes/" + code);
    }

    public static String scheme(String state, String name, String policy, String... municipalities) {
        return """
                {"state": "%s", "name": "%s", "municipalities": [%s], "policy": %s}
                """.formatted(
                        state,
                        name,
                        Arrays.stream(municipalities).map("\"%s\""::formatted).collect(Collectors.joining(",")),
                        policy);
    }
}
