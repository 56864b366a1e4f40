package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is on a municipality's list, and how they came there. */
@ExtendWith(RunningPlatform.class)
class MembersJourneyTest {

    private static final String YUBARI = "012092";
    private static final String OHNAN = "324493";
    private static final String YATSUSHIRO = "432024";
    private static final String YASUOKA = "204145";
    private static final String HOKUTO = "192091";

    private final SupporterLists lists = new SupporterLists(at(), actors());

    @BeforeAll
    static void nobodyIsAlone() {
        Crowd.in(YUBARI, YATSUSHIRO, YASUOKA, HOKUTO);
    }

    @Test
    void row006_registers_by_a_sns_handle_only() {
        JsonNode report = lists.send(YUBARI, list("会員番号,SNSアカウント\nYL-1,＠likers_one\nYL-2,@likers_two\n"));
        assertThat(report.path("progress").path("created").asInt()).isEqualTo(2);
        JsonNode one = member(YUBARI, "YL-1");
        assertThat(one.path("assurance").asText()).isEqualTo("LOW");
        assertThat(one.path("profile").path("snsAccount").asText()).isEqualTo("@likers_one");
        assertThat(counts(YUBARI, "assurance")).containsEntry("LOW", 2L);
    }

    @Test
    void row044_imports_350_advisers_and_a_need_finds_the_best_of_them() {
        Stream<String> advisers = IntStream.rangeClosed(1, 350)
                .mapToObj(number -> "AD-%03d,助言 者%d,\"DIY、改修\",島根県邑智郡邑南町矢上%d,はい".formatted(number, number, number));
        Stream<String> others = Stream.of(
                "OT-1,同意 無,DIY,島根県邑智郡邑南町矢上1,いいえ",
                "OT-2,同意 不明,DIY,島根県邑智郡邑南町矢上2,",
                "OT-3,技能 別,料理,島根県邑智郡邑南町矢上3,はい",
                "OT-4,技能 無,,島根県邑智郡邑南町矢上4,はい");
        String everybody =
                Stream.concat(advisers, others).collect(Collectors.joining("\n", "会員番号,氏名,できること,住所,メール配信同意\n", "\n"));
        assertThat(lists.send(OHNAN, list(everybody))
                        .path("progress")
                        .path("created")
                        .asInt())
                .isEqualTo(354);
        JsonNode found = actors().government(OHNAN)
                .get(Addresses.of(
                        at().registry(), "/v1/municipalities/%s/supporters?skill=DIY&count=true&limit=10", OHNAN))
                .expect(200)
                .json();
        assertThat(found.path("count").asInt()).isEqualTo(352);
        assertThat(recommendedFor("料理", 1).getFirst().path("supporter").asText())
                .isEqualTo(member(OHNAN, "OT-3").path("id").asText());
        List<JsonNode> best = recommendedFor("DIY", 50);
        assertThat(best.getFirst()
                        .path("reasons")
                        .path(0)
                        .path("sentence")
                        .path("ja")
                        .asText())
                .contains("DIY");
        assertThat(best)
                .extracting(one -> one.path("score").decimalValue())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(best)
                .extracting(one -> one.path("supporter").asText())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(IntStream.rangeClosed(1, 4)
                        .mapToObj(number ->
                                member(OHNAN, "OT-" + number).path("id").asText())
                        .toList());
    }

    /** Who is recommended for a new need of 邑南町, as soon as matching knows the need and that many helpers. */
    private static List<JsonNode> recommendedFor(String skill, int helpers) {
        Client town = actors().government(OHNAN);
        String need = town.post(
                        Addresses.of(at().catalog(), "/v1/needs"),
                        Map.of(
                                "municipality", OHNAN,
                                "title", "空き家を直したい",
                                "description", "床と壁を直す週末に、教えてくれる人を探しています。",
                                "skills", List.of(skill),
                                "mode", "ONSITE"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode best = Patience.until(
                        answer -> answer.status() == 200
                                && answer.json().path("items").size() == helpers,
                        () -> town.get(Addresses.of(at().matching(), "/v1/needs/%s/supporters?limit=50", need)))
                .expect(200)
                .json()
                .path("items");
        assertThat(best).hasSize(helpers);
        return best.valueStream().toList();
    }

    @Test
    void row047_applicants_of_yoitoko_are_counted_per_channel() {
        lists.send(YATSUSHIRO, list("会員番号,氏名,登録経路\nYO-1,清水,YOITOKO\nYO-2,髙橋,YOITOKO\nYO-3,田中,\n"));
        assertThat(counts(YATSUSHIRO, "channel")).containsEntry("YOITOKO", 2L).containsEntry("list", 1L);
    }

    @Test
    void row053_a_member_refers_a_friend() {
        JsonNode report = lists.send(YASUOKA, list("会員番号,氏名,紹介者の会員番号\nRF-1,友 人,RF-2\nRF-2,会 員,\nRF-3,知 人,RF-9\n"));
        assertThat(report.path("progress").path("created").asInt()).isEqualTo(3);
        assertThat(report.path("notices").path(0).path("lines")).hasSize(1);
        assertThat(member(YASUOKA, "RF-1").path("referrer").asText())
                .isEqualTo(member(YASUOKA, "RF-2").path("id").asText());
        assertThat(member(YASUOKA, "RF-3").has("referrer")).isFalse();
        assertThat(member(YASUOKA, "RF-3")
                        .path("tie")
                        .path("referrerMemberNumber")
                        .asText())
                .isEqualTo("RF-9");
    }

    @Test
    void row064_registrations_per_affiliation() {
        lists.send(HOKUTO, list("会員番号,氏名,団体\nAF-1,清水,山梨県人会\nAF-2,髙橋,山梨県人会\nAF-3,田中,北杜高校同窓会\nAF-4,佐藤,\n"));
        assertThat(counts(HOKUTO, "affiliation")).containsEntry("山梨県人会", 2L).containsEntry("北杜高校同窓会", 1L);
    }

    @Test
    void row125_ties_to_three_regions_at_once() {
        List<String> regions = List.of(YUBARI, OHNAN, YASUOKA);
        List<String> people = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> register("three%d@example.jp".formatted(number), regions))
                .toList();
        String id = people.getFirst();
        JsonNode record = actors().partner()
                .get(Addresses.of(at().registry(), "/v1/supporters/%s", id))
                .expect(200)
                .json();
        assertThat(record.path("ties").findValuesAsText("municipality")).containsExactlyInAnyOrderElementsOf(regions);
        for (String region : regions) {
            JsonNode seen = actors().government(region)
                    .get(Addresses.of(at().registry(), "/v1/municipalities/%s/supporters/%s", region, id))
                    .expect(200)
                    .json();
            assertThat(seen.path("tie").path("municipality").asText()).isEqualTo(region);
        }
    }

    private static String register(String email, List<String> regions) {
        return actors().partner()
                .post(
                        Addresses.of(at().registry(), "/v1/supporters"),
                        Map.of(
                                "profile",
                                Map.of("nickname", "三地域の人", "email", email, "prefecture", "13"),
                                "ties",
                                regions.stream()
                                        .map(region -> Map.of("municipality", region))
                                        .toList()))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    static byte[] list(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode member(String municipality, String number) {
        return actors().government(municipality)
                .get(Addresses.of(
                        at().registry(), "/v1/municipalities/%s/supporters?memberNumber=%s", municipality, number))
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }

    private static Map<String, Long> counts(String municipality, String by) {
        JsonNode counts = actors().government(municipality)
                .get(Addresses.of(at().registry(), "/v1/municipalities/%s/supporter-counts?by=%s", municipality, by))
                .expect(200)
                .json()
                .path("counts");
        return counts.valueStream()
                .collect(Collectors.toMap(
                        count -> count.path("value").asText(),
                        count -> count.path("supporters").asLong()));
    }
}
