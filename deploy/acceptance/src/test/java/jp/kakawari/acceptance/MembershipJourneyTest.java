package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.MembersJourneyTest.list;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Client;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A town's scheme and its members, from the town's own list to what everybody may know of the scheme. */
@ExtendWith(RunningPlatform.class)
class MembershipJourneyTest {

    private static final String YOKOTE = "052035";

    private final SupporterLists lists = new SupporterLists(at(), actors());

    @Test
    void row015_a_new_policy_is_version_2_and_members_keep_theirs() {
        Client town = actors().government(YOKOTE);
        URI scheme = Addresses.of(at().registry(), "/v1/schemes/yokote-ouen");
        JsonNode first = town.put(scheme, scheme(12, "応援市民")).expect(200).json();
        assertThat(first.path("policy").path("version").asInt()).isEqualTo(1);

        lists.send(YOKOTE, Lists.of("OU", 40, "東京都", number -> "東京都架空市見本町" + number));
        JsonNode joined = lists.sendMemberships(YOKOTE, members(1, 20, "応援市民")).path("progress");
        assertThat(joined.path("created").asInt()).isEqualTo(20);

        town.put(scheme, scheme(24, "応援市民", "条例市民"), "\"1\"").expect(200);
        JsonNode later = lists.sendMemberships(YOKOTE, members(1, 40, "応援市民")).path("progress");
        assertThat(later.path("unchanged").asInt()).isEqualTo(20);
        assertThat(later.path("created").asInt()).isEqualTo(20);

        JsonNode kept = town.get(Addresses.of(
                        at().registry(), "/v1/municipalities/%s/memberships?scheme=yokote-ouen&limit=200", YOKOTE))
                .expect(200)
                .json();
        Map<Integer, Long> byPolicy = kept.path("items").findValues("policy").stream()
                .collect(Collectors.groupingBy(JsonNode::asInt, Collectors.counting()));
        assertThat(byPolicy).isEqualTo(Map.of(1, 20L, 2, 20L));

        JsonNode known = actors().anybody().get(scheme).expect(200).json();
        assertThat(known.path("policy").path("version").asInt()).isEqualTo(2);
        assertThat(known.toString()).doesNotContain("OU-0001");
        actors().anybody()
                .get(Addresses.of(at().registry(), "/v1/municipalities/%s/memberships", YOKOTE))
                .expect(401);
    }

    private static Map<String, Object> scheme(int months, String... tiers) {
        return Map.of(
                "state",
                "OPEN",
                "name",
                "横手応援市民",
                "municipalities",
                List.of(YOKOTE),
                "policy",
                Map.of(
                        "validMonths",
                        months,
                        "tiers",
                        IntStream.range(0, tiers.length)
                                .mapToObj(place -> Map.of("code", "tier-" + place, "name", tiers[place]))
                                .toList()));
    }

    private static byte[] members(int first, int last, String tier) {
        return list(IntStream.rangeClosed(first, last)
                .mapToObj(number -> "横手応援市民,OU-%04d,OU-C%04d,%s,R8.4.1".formatted(number, number, tier))
                .collect(Collectors.joining("\n", "制度,会員番号,会員証番号,会員種別,入会日\n", "\n")));
    }
}
