package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.SupporterCalls.registered;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.japan.FiscalYear;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleWorld;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What towns know of people and others of towns: sums, from a town's own ladder up to the prefecture. */
@ExtendWith(RunningPlatform.class)
class TownsAndPrefecturesTest {

    private static final String IGA = "242161";
    private static final String KAZUNO = "052094";
    private static final String HOKKAIDO = "010006";
    private static final String YUBARI = "012092";
    private static final List<String> CLUBS = List.of("013951", "014583", "014591", "014681", "016331");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @BeforeAll
    static void nobodyIsAlone() throws Exception {
        SampleWorld world = new SampleWorld(at(), actors());
        world.joinGovernments(KAZUNO, HOKKAIDO, YUBARI);
        world.joinGovernments(CLUBS.toArray(String[]::new));
        Crowd.in(IGA, YUBARI);
        Crowd.in(CLUBS.toArray(String[]::new));
    }

    @Test
    void row003_three_dated_moves_up_the_towns_own_ladder() {
        Client iga = actors().government(IGA);
        URI ladder = Addresses.of(at().registry(), "/v1/municipalities/%s/ladder", IGA);
        iga.put(ladder, Map.of("steps", List.of(step("exchange", "交流"), step("relation", "関係"), step("settled", "定住"))))
                .expect(200);
        String person = registered(iga, "web", IGA);
        List<String> steps = List.of("exchange", "relation", "settled");
        for (int number = 0; number < steps.size(); number++) {
            iga.post(
                            URI.create(ladder + "/moves"),
                            Map.of(
                                    "supporter", person,
                                    "step", steps.get(number),
                                    "movedOn",
                                            TODAY.minusDays(100L - 40 * number).toString()))
                    .expect(201);
        }
        iga.get(URI.create(ladder + "/funnel")).expect(200);
        List<JsonNode> funnel = Patience.until(moves -> moves.size() == 3, () -> ladderMoves(iga));
        assertThat(funnel)
                .extracting(move -> move.path("to").asText())
                .containsExactly("exchange", "relation", "settled");
        assertThat(funnel)
                .extracting(move -> move.path("from").asText(null))
                .containsExactly(null, "exchange", "relation");
        assertThat(funnel)
                .extracting(move -> move.at("/days/0/on").asText())
                .containsExactly(
                        TODAY.minusDays(100).toString(),
                        TODAY.minusDays(60).toString(),
                        TODAY.minusDays(20).toString());
        assertThat(ladderMoves(actors().secretariat()))
                .hasSize(3)
                .allSatisfy(move ->
                        assertThat(move.at("/moves/suppressed").asBoolean()).isTrue())
                .noneSatisfy(move -> assertThat(move.has("days")).isTrue());
        actors().government(KAZUNO)
                .get(Addresses.of(at().kpi(), "/v1/feeds/ladder-moves?municipality=%s", IGA))
                .expect(403);
        actors().government(KAZUNO).get(URI.create(ladder + "/funnel")).expect(403);
    }

    /** The prefecture's own club is run by the five towns together: whose members are whose stays a matter of the towns. */
    @Test
    void row017_a_prefecture_reads_the_sum_of_its_five_clubs_and_no_record() {
        Client hokkaido = actors().government(HOKKAIDO);
        CLUBS.forEach(club -> SchemeCalls.run(club, "club-" + club, List.of(club), Map.of("joining", Map.of())));
        SchemeCalls.run(CLUBS.getFirst(), "hokkaido-supporters", CLUBS, Map.of("joining", Map.of()));
        URI counts = Addresses.of(at().registry(), "/v1/prefectures/%s/supporter-counts", HOKKAIDO);
        long before = hokkaido.get(counts).expect(200).json().path("ties").asLong();
        assertThat(before).isGreaterThanOrEqualTo(12L * CLUBS.size());
        Map<String, Long> clubsBefore = Patience.until(
                ties -> ties.values().stream().mapToLong(Long::longValue).sum() == before, () -> tiesOf(hokkaido));
        String more = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> "HK-%d,倶楽部 %d".formatted(number, number))
                .collect(Collectors.joining("\n", "会員番号,氏名\n", "\n"));
        SupporterLists lists = new SupporterLists(at(), actors());
        CLUBS.forEach(club -> lists.send(club, MembersJourneyTest.list(more)));
        String member = registered(actors().government(CLUBS.getFirst()), "web", CLUBS.getFirst());
        joinedBy(actors().government(CLUBS.getFirst()), "hokkaido-supporters", member)
                .expect(201);

        long after = hokkaido.get(counts).expect(200).json().path("ties").asLong();
        assertThat(after - before).isEqualTo(7L * CLUBS.size() + 1);
        Map<String, Long> clubs = Patience.until(
                ties -> ties.values().stream().mapToLong(Long::longValue).sum() == after, () -> tiesOf(hokkaido));
        CLUBS.forEach(club -> assertThat(clubs.get(club) - clubsBefore.get(club))
                .as(club)
                .isEqualTo(club.equals(CLUBS.getFirst()) ? 8 : 7));
        assertThat(relations(hokkaido, "level=prefecture")
                        .getFirst()
                        .at("/ties/value")
                        .asLong())
                .isEqualTo(after);

        CLUBS.forEach(club -> refusesPersons(hokkaido, club));
        for (String path : List.of(
                "/v1/supporters/" + member,
                "/v1/supporters/" + member + "/consents/" + CLUBS.getFirst() + "/MAIL",
                "/v1/schemes/hokkaido-supporters/members",
                "/v1/recipients/" + CLUBS.getFirst() + "/supporters")) {
            hokkaido.get(Addresses.of(at().registry(), path)).expect(403);
        }
        actors().government(CLUBS.getFirst()).get(counts).expect(403);
    }

    private static void refusesPersons(Client prefecture, String club) {
        for (String path : List.of(
                "supporters",
                "supporter-feed",
                "supporter-export",
                "memberships?scheme=club-" + club,
                "memberships?scheme=hokkaido-supporters",
                "engagements",
                "duplicate-candidates",
                "contact-lists",
                "ladder/moves",
                "opinions")) {
            prefecture
                    .get(Addresses.of(at().registry(), "/v1/municipalities/%s/%s", club, path))
                    .expect(403);
        }
    }

    /** The ties that kpi counts in each municipality of Hokkaido that has any. */
    private static Map<String, Long> tiesOf(Client prefecture) {
        return relations(prefecture, "level=municipality").stream()
                .filter(row -> row.at("/ties/value").asLong() > 0)
                .collect(Collectors.toMap(
                        row -> row.path("code").asText(),
                        row -> row.at("/ties/value").asLong()));
    }

    private static List<JsonNode> relations(Client client, String query) {
        return client.get(Addresses.of(at().kpi(), "/v1/feeds/relations?%s", query))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> ladderMoves(Client client) {
        return Stream.of(FiscalYear.of(TODAY.minusDays(100)), FiscalYear.of(TODAY))
                .distinct()
                .flatMap(year -> client.get(
                                Addresses.of(at().kpi(), "/v1/feeds/ladder-moves?municipality=%s&period=%s", IGA, year))
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream())
                .toList();
    }

    private static Map<String, Object> step(String code, String name) {
        return Map.of("code", code, "name", name);
    }

    private static Answer joinedBy(Client client, String scheme, String supporter) {
        return client.post(
                Addresses.of(at().registry(), "/v1/schemes/%s/memberships", scheme), Map.of("supporter", supporter));
    }
}
