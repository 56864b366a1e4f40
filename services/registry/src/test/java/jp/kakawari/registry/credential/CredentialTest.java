package jp.kakawari.registry.credential;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.anonymously;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.atOnce;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class CredentialTest {

    private static final String POLICY = """
            {"tiers": [{"code": "regular", "name": "一般"},
                       {"code": "platinum", "name": "プラチナ", "rule": {"measure": "COUNT", "atLeast": 2}}],
             "validMonths": 12, "joining": {},
             "entitlements": [{"code": "castle-entry", "name": "入城", "times": 1, "per": "EVER"},
                              {"code": "coffee", "name": "珈琲", "times": 2, "per": "DAY"}]}""";

    @BeforeEach
    void club() {
        put("kashiwazaki", "cr-club", scheme("OPEN", "証の会", POLICY, KASHIWAZAKI, MINAMIOGUNI), null)
                .then()
                .statusCode(200);
    }

    @Test
    void anybody_verifies_a_card_and_learns_no_more_than_they_must() {
        String member = join();
        JsonPath card = issue(member);
        Response shown = anonymously().get(card.getString("verification"));
        shown.then().statusCode(200).body("valid", equalTo(true)).body("scheme", equalTo("cr-club"));
        assertThat(shown.jsonPath().<String, Object>getMap("").keySet())
                .isEqualTo(Set.of("valid", "scheme", "schemeName", "tier", "validUntil"));
        post("other-partner", "/v1/credentials/" + card.getString("id") + "/revocation", "{\"reason\": \"LOST\"}")
                .then()
                .statusCode(404);
        post("sample-partner", "/v1/credentials/" + card.getString("id") + "/revocation", "{\"reason\": \"LOST\"}")
                .then()
                .statusCode(204);
        mustBeInvalid(card);
        JsonPath second = issue(member);
        JsonPath third = issue(member);
        mustBeInvalid(second);
        as("sample-partner")
                .get(member + "/credentials?count=true")
                .then()
                .statusCode(200)
                .body("items.revokedBecause", contains("LOST", "REISSUED", null))
                .body("items[2].id", equalTo(third.getString("id")))
                .body("items[2].allowedActions", contains("revoke"))
                .body("count", equalTo(3));
        as("other-partner").get(member + "/credentials").then().statusCode(404);
        post("sample-partner", member + "/withdrawal", "{}").then().statusCode(200);
        mustBeInvalid(third);
        post("sample-partner", member + "/credentials", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("credential-not-valid"));
        anonymously()
                .get("/v1/credentials/" + UUID.randomUUID() + "/verification")
                .then()
                .statusCode(404);
    }

    @Test
    void a_card_is_signed_so_that_it_can_be_verified_without_asking() throws Exception {
        JsonPath card = issue(join());
        String keys = anonymously()
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(keys).contains("\"kid\"").doesNotContain("\"d\"");
        JwtConsumer verifier = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "EdDSA")
                .setRequireExpirationTime()
                .build();
        JwtClaims claims = verifier.processToClaims(card.getString("jwt"));
        assertThat(claims.getSubject()).isEqualTo(card.getString("id"));
        assertThat(claims.getClaimNames()).containsExactlyInAnyOrder("iss", "sub", "iat", "exp", "scheme", "tier");
        String[] parts = card.getString("jwt").split("\\.");
        String forged = parts[0] + "." + parts[1].substring(0, parts[1].length() - 2) + "AA." + parts[2];
        assertThatThrownBy(() -> verifier.processToClaims(forged)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void an_entry_pass_is_valid_once_however_many_gates_ask_at_once() throws Exception {
        JsonPath card = issue(join());
        String uses = "/v1/credentials/" + card.getString("id") + "/uses";
        assertThat(atOnce(8, () -> post("kashiwazaki", uses, "{\"entitlement\": \"castle-entry\"}")))
                .containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
        assertThat(atOnce(4, () -> post("minamioguni", uses, "{\"entitlement\": \"coffee\"}")))
                .containsExactly(200, 200, 409, 409);
        post("kashiwazaki", uses, "{\"entitlement\": \"tea\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/entitlement"));
        post("iga", uses, "{\"entitlement\": \"coffee\"}").then().statusCode(404);
        post("sample-partner", uses, "{\"entitlement\": \"coffee\"}").then().statusCode(403);
    }

    @Test
    void a_stamp_is_a_visit_in_the_ledger_and_tiers_follow() {
        String member = join();
        String stamps = "/v1/credentials/" + issue(member).getString("id") + "/stamps";
        String transaction = UUID.randomUUID().toString();
        String entry =
                stamp(stamps, transaction).then().statusCode(201).extract().path("engagement");
        stamp(stamps, transaction).then().statusCode(201).body("engagement", equalTo(entry));
        as("kashiwazaki")
                .get("/v1/municipalities/" + KASHIWAZAKI + "/engagements/" + entry)
                .then()
                .statusCode(200)
                .body("activity", equalTo("HOBBY_AND_NATURE"))
                .body("status", equalTo("ATTESTED"));
        as("sample-partner").get(member).then().body("tier", equalTo("regular"));
        stamp(stamps, UUID.randomUUID().toString()).then().statusCode(201);
        as("sample-partner").get(member).then().body("tier", equalTo("platinum"));
        post("kashiwazaki", stamps, "{\"sourceTransaction\": \"x\", \"occurredOn\": \"2999-01-01\"}")
                .then()
                .statusCode(422);
    }

    private static Response stamp(String stamps, String transaction) {
        return post("kashiwazaki", stamps, "{\"sourceTransaction\": \"%s\"}".formatted(transaction));
    }

    private static void mustBeInvalid(JsonPath card) {
        Response shown = anonymously().get(card.getString("verification"));
        shown.then().statusCode(200).body("valid", equalTo(false));
        assertThat(shown.jsonPath().<String, Object>getMap("")).hasSize(1);
    }

    private static JsonPath issue(String member) {
        return post("sample-partner", member + "/credentials", "{}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** The path of a new member. */
    private static String join() {
        UUID person = register("sample-partner", somebody("cr-" + UUID.randomUUID(), KASHIWAZAKI));
        return "/v1/schemes/cr-club/memberships/"
                + post(
                                "sample-partner",
                                "/v1/schemes/cr-club/memberships",
                                "{\"supporter\": \"%s\", \"municipality\": \"%s\"}".formatted(person, KASHIWAZAKI))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }
}
