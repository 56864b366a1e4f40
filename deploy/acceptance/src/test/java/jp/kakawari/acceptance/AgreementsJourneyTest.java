package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.SampleWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Towns agree on something, and share no longer than that what they agreed to share. */
@ExtendWith(RunningPlatform.class)
class AgreementsJourneyTest {

    private static final String FUKUYAMA = "342076";
    private static final List<String> OTHERS =
            List.of("342041", "342050", "342084", "344621", "345458", "332054", "332071");
    private static final String KURE = "342025";

    @BeforeAll
    static void towns_join() throws Exception {
        SampleWorld world = new SampleWorld(at(), actors());
        world.joinGovernments(OTHERS.toArray(String[]::new));
        world.joinGovernments(FUKUYAMA, KURE);
    }

    @Test
    void row067_what_fukuyama_and_seven_share_is_closed_when_their_agreement_ends() {
        URI agreement = proposed("COOPERATION", "備後圏域連携中枢都市圏連携協約", FUKUYAMA, OTHERS);
        URI counts = URI.create(agreement + "/supporter-counts");
        actors().government(FUKUYAMA).get(counts).expect(403);
        for (String town : OTHERS) {
            actors().government(town)
                    .post(URI.create(agreement + "/acceptance"), Map.of())
                    .expect(200);
        }
        JsonNode shared = actors().government(FUKUYAMA).get(counts).expect(200).json();
        assertThat(shared.path("items").findValuesAsText("municipality"))
                .hasSize(8)
                .contains(FUKUYAMA)
                .containsAll(OTHERS);
        actors().government(KURE).get(counts).expect(403);
        actors().government(OTHERS.getFirst())
                .post(URI.create(agreement + "/end"), Map.of())
                .expect(200);
        actors().government(FUKUYAMA).get(counts).expect(403);
        actors().government(OTHERS.getFirst()).get(counts).expect(403);
    }

    @Test
    void row131_agreements_on_mutual_support_are_found_by_their_type() {
        URI agreement = proposed("MUTUAL_SUPPORT", "災害時相互応援協定", KURE, List.of(FUKUYAMA));
        actors().government(FUKUYAMA)
                .post(URI.create(agreement + "/acceptance"), Map.of())
                .expect(200);
        JsonNode found = actors().anybody()
                .get(Addresses.of(
                        at().registry(), "/v1/agreements?type=MUTUAL_SUPPORT&party=%s", Actors.organizationOf(KURE)))
                .expect(200)
                .json();
        assertThat(found.path("items").findValuesAsText("name")).containsExactly("災害時相互応援協定");
        assertThat(found.path("items").path(0).path("state").asText()).isEqualTo("IN_FORCE");
    }

    private static URI proposed(String type, String name, String proposer, List<String> others) {
        List<String> parties = Stream.concat(Stream.of(proposer), others.stream())
                .map(town -> Actors.organizationOf(town).toString())
                .toList();
        return at().registry()
                .resolve(actors().government(proposer)
                        .post(
                                at().registry().resolve("/v1/agreements"),
                                Map.of(
                                        "type", type,
                                        "name", name,
                                        "parties", parties,
                                        "shares", List.of("SUPPORTER_COUNTS"),
                                        "validFrom", "2020-04-01"))
                        .expect(201)
                        .header("Location"));
    }
}
