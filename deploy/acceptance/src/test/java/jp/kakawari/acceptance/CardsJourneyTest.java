package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.SchemeCalls.card;
import static jp.kakawari.acceptance.SchemeCalls.join;
import static jp.kakawari.acceptance.SchemeCalls.membership;
import static jp.kakawari.acceptance.SchemeCalls.person;
import static jp.kakawari.acceptance.SchemeCalls.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cards of members, from the issue to the gate. */
@ExtendWith(RunningPlatform.class)
class CardsJourneyTest {

    private static final String HINO = "314021";
    private static final String TENEI = "073440";
    private static final String AMAKUSA = "432156";
    private static final String KANUMA = "092053";
    private static final String SAKAI = "182109";

    @BeforeAll
    static void nobodyIsAlone() {
        Crowd.in(HINO, TENEI, AMAKUSA, KANUMA, SAKAI);
    }

    @Test
    void row012_a_resident_card_is_issued_to_its_holder_only() {
        issuesCards(HINO);
    }

    @Test
    void row025_a_themed_card_is_issued_to_its_holder_only() {
        issuesCards(KANUMA);
    }

    private static void issuesCards(String town) {
        String code = "card-" + town;
        run(town, code, List.of(town), Map.of("joining", Map.of("numbers", "RC-####")));
        JsonNode holder = join(code, person("27"), Map.of()).expect(201).json();
        JsonNode card = card(code, holder).expect(201).json();
        assertThat(card.path("number").asText()).isEqualTo("RC-0001");
        assertThat(card.path("jwt").asText().split("\\.")).hasSize(3);
        actors().organization("other-partner")
                .post(URI.create(membership(code, holder.path("id").asText()) + "/credentials"), Map.of())
                .expect(404);
    }

    @Test
    void row020_a_passport_is_stamped_and_the_visit_is_in_the_ledger() {
        run(TENEI, "tenei-passport", List.of(TENEI), Map.of("joining", Map.of("numbers", "TP-#####")));
        JsonNode card = card(
                        "tenei-passport",
                        join("tenei-passport", person("13"), Map.of())
                                .expect(201)
                                .json())
                .expect(201)
                .json();
        String entry = actors().government(TENEI)
                .post(
                        Addresses.of(
                                at().registry(),
                                "/v1/credentials/%s/stamps",
                                card.path("id").asText()),
                        Map.of("sourceTransaction", UUID.randomUUID().toString()))
                .expect(201)
                .json()
                .path("engagement")
                .asText();
        JsonNode visit = actors().government(TENEI)
                .get(Addresses.of(at().registry(), "/v1/municipalities/%s/engagements/%s", TENEI, entry))
                .expect(200)
                .json();
        assertThat(visit.path("relationClass").asText()).isEqualTo("HOBBY_CONSUMPTION");
    }

    @Test
    void row021_a_third_party_verifies_a_card_and_learns_the_fewest_attributes() {
        isVerified("amakusa-jumin");
    }

    @Test
    void row121_the_airline_gives_islanders_fare_to_whom_it_verifies() {
        isVerified("amakusa-airline");
    }

    private static void isVerified(String code) {
        run(AMAKUSA, code, List.of(AMAKUSA), Map.of("joining", Map.of()));
        JsonNode member = join(code, person("40"), Map.of()).expect(201).json();
        JsonNode card = card(code, member).expect(201).json();
        URI verification = at().registry().resolve(card.path("verification").asText());
        JsonNode shown = actors().anybody().get(verification).expect(200).json();
        assertThat(shown.path("valid").asBoolean()).isTrue();
        assertThat(shown.fieldNames()).toIterable().containsExactlyInAnyOrder("valid", "scheme", "schemeName", "tier");
        actors().anybody()
                .get(Addresses.of(at().registry(), "/.well-known/jwks.json"))
                .expect(200);
        actors().partner()
                .post(URI.create(membership(code, member.path("id").asText()) + "/withdrawal"), Map.of())
                .expect(200);
        JsonNode over = actors().anybody().get(verification).expect(200).json();
        assertThat(over.path("valid").asBoolean(true)).isFalse();
        assertThat(over).hasSize(1);
    }

    @Test
    void row108_an_entry_pass_is_valid_once() {
        run(
                SAKAI,
                "hyakkuchi-joshu",
                List.of(SAKAI),
                Map.of(
                        "joining", Map.of(),
                        "entitlements",
                                List.of(Map.of("code", "castle-entry", "name", "丸岡城への入城", "times", 1, "per", "EVER"))));
        JsonNode card = card(
                        "hyakkuchi-joshu",
                        join("hyakkuchi-joshu", person("13"), Map.of())
                                .expect(201)
                                .json())
                .expect(201)
                .json();
        URI uses = Addresses.of(
                at().registry(), "/v1/credentials/%s/uses", card.path("id").asText());
        Client gate = actors().government(SAKAI);
        assertThat(gate.post(uses, Map.of("entitlement", "castle-entry"))
                        .expect(200)
                        .json()
                        .path("left")
                        .asInt())
                .isZero();
        assertThat(gate.post(uses, Map.of("entitlement", "castle-entry"))
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("entitlement-used-up");
    }
}
