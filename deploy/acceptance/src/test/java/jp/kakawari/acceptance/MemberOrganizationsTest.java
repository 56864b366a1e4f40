package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.SampleWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Organisations become members, show what they can do and form councils, whose published figures come out again. */
@ExtendWith(RunningPlatform.class)
class MemberOrganizationsTest {

    private static final String[] KINDS = {"COMPANY", "INTERMEDIARY", "NPO", "UNIVERSITY", "STAFFING", "IT", "FINANCIAL"
    };

    private final Client secretariat = actors().secretariat();

    /** かかわりラボ on 2022-01-01: 202 intermediaries and companies + 250 local governments = 452. */
    @Test
    void row054_the_council_of_452_is_counted_by_type_and_hides_contacts_without_consent() throws Exception {
        List<String> governments = governments(30, 220);
        List<String> others = others(202);
        council("kakawari-lab", "かかわりラボ", governments, "GOVERNMENT", others, "REGULAR");
        JsonNode counted = statistics("kakawari-lab");
        assertThat(counted.path("members").asInt()).isEqualTo(452);
        assertThat(counted.path("others").asInt()).isEqualTo(202);
        assertThat(counted.path("governments").asInt()).isEqualTo(250);
        assertThat(counted.path("byClass").findValuesAsText("members")).containsExactly("250", "202");

        String shown = admitted("公開する会", true);
        String hidden = admitted("公開しない会", false);
        assertThat(organization(actors().anybody(), shown).at("/contact/email").asText())
                .isEqualTo("madoguchi@example.jp");
        assertThat(organization(actors().anybody(), hidden).has("contact")).isFalse();
        assertThat(organization(secretariat, hidden).at("/contact/email").asText())
                .isEqualTo("madoguchi@example.jp");
        JsonNode list = actors().anybody()
                .get(registry("/v1/organizations?kind=NPO&limit=200"))
                .expect(200)
                .json();
        assertThat(list.path("items").findValues("contact")).hasSize(1);
    }

    /** 全国二地域居住等促進協議会: 728 = 661 (42 prefectures + 619 municipalities) + 67. */
    @Test
    void row116_the_council_of_728_has_classes_committees_and_a_chair() throws Exception {
        council("nichiiki-kyogikai", "全国二地域居住等促進協議会", governments(42, 619), "GOVERNMENT", others(67), "COOPERATING");
        JsonNode counted = statistics("nichiiki-kyogikai");
        assertThat(counted.path("members").asInt()).isEqualTo(728);
        assertThat(counted.path("governments").asInt()).isEqualTo(661);
        assertThat(counted.path("prefectures").asInt()).isEqualTo(42);
        assertThat(counted.path("municipalities").asInt()).isEqualTo(619);
        assertThat(counted.path("others").asInt()).isEqualTo(67);
        assertThat(counted.path("byClass").findValuesAsText("members")).containsExactly("661", "67");

        String nagano = Actors.organizationOf("200000").toString();
        URI chair = registry("/v1/groups/nichiiki-kyogikai/members/" + nagano);
        secretariat
                .put(chair, Map.of("memberClass", "GOVERNMENT", "role", "CHAIR"), "\"2\"")
                .expect(204);
        String gifu = Actors.organizationOf("210005").toString();
        secretariat
                .put(
                        registry("/v1/groups/nichiiki-kyogikai/members/" + gifu),
                        Map.of("memberClass", "GOVERNMENT", "role", "CHAIR"),
                        "\"3\"")
                .expect(409);

        group("nichiiki-bukai", "COMMITTEE", "二地域居住部会", "nichiiki-kyogikai");
        List<String> committee = governments(5, 10);
        members("nichiiki-bukai", entries(committee, "GOVERNMENT").toList());
        assertThat(statistics("nichiiki-bukai").path("prefectures").asInt()).isEqualTo(5);
        assertThat(statistics("nichiiki-bukai").path("municipalities").asInt()).isEqualTo(10);
        JsonNode committees = actors().anybody()
                .get(registry("/v1/groups?parent=nichiiki-kyogikai"))
                .expect(200)
                .json();
        assertThat(committees.path("items").findValuesAsText("code")).containsExactly("nichiiki-bukai");
    }

    @Test
    void row065_a_network_has_a_public_list_that_its_owner_keeps() throws Exception {
        Client owner = actors().intermediary();
        List<String> traders = List.of(member("TRADING_COMPANY", "地域商社 見本"), member("TRADING_COMPANY", "地域商社 手本"));
        Map<String, Object> network =
                Map.of("kind", "NETWORK", "name", "地域商社ネットワーク協議会", "owner", "00000000-0000-7000-8000-00000000a001");
        owner.put(registry("/v1/groups/chiiki-shosha-network"), network).expect(200);
        URI members = registry("/v1/groups/chiiki-shosha-network/members");
        Map<String, Object> list = Map.of("members", entries(traders, "REGULAR").toList());
        actors().partner().put(members, list, "\"1\"").expect(403);
        owner.put(members, list, "\"1\"").expect(204);
        assertThat(actors().anybody()
                        .get(members)
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder("地域商社 見本", "地域商社 手本");
    }

    @Test
    void row078_whoever_can_do_something_is_found_by_it() {
        String id = admitted("できる会", false);
        Answer read = secretariat.get(registry("/v1/organizations/" + id)).expect(200);
        secretariat
                .put(
                        registry("/v1/organizations/" + id + "/profile"),
                        Map.of("capabilities", List.of("竹林の整備", "ﾄﾞﾛｰﾝ撮影")),
                        read.header("ETag"))
                .expect(200);
        for (String word : List.of("竹林", "ドローン", "撮影")) {
            assertThat(found("capability=" + encode(word))).contains(id);
        }
        assertThat(found("capability=" + encode("ドローン") + "&kind=COMPANY")).doesNotContain(id);
    }

    @Test
    void row098_a_talent_hub_has_a_type_of_its_own() {
        hasATypeOfItsOwn("TALENT_HUB", "プロフェッショナル人材戦略拠点");
    }

    @Test
    void row120_a_carrier_has_a_type_of_its_own() {
        hasATypeOfItsOwn("TRANSPORT", "交通");
    }

    private void hasATypeOfItsOwn(String kind, String word) {
        String id = member(kind, word + " 見本");
        String other = member("COMPANY", "見本商会");
        assertThat(found("kind=" + kind)).contains(id).doesNotContain(other);
        JsonNode kinds = actors().anybody()
                .get(registry("/v1/code-lists/organization-kinds"))
                .expect(200)
                .json();
        assertThat(kinds.path("codes").findValuesAsText("ja")).contains(word);
    }

    /** The first so many prefectures and municipalities as members, 長野県 and 岐阜県 among them. */
    private static List<String> governments(int prefectures, int municipalities) throws Exception {
        List<String> codes = Stream.concat(
                        Arrays.stream(Prefecture.values())
                                .map(prefecture -> prefecture.code().value())
                                .sorted((one, other) -> rank(one) - rank(other))
                                .limit(prefectures),
                        Municipalities.all().stream()
                                .limit(municipalities)
                                .map(municipality -> municipality.code().value()))
                .toList();
        Map<String, Map<String, Object>> members = new TreeMap<>();
        codes.forEach(code -> members.put(Actors.organizationOf(code).toString(), SampleWorld.government(code)));
        new SampleWorld(at(), actors()).list(members);
        return codes.stream()
                .map(code -> Actors.organizationOf(code).toString())
                .toList();
    }

    private static int rank(String prefecture) {
        return List.of("200000", "210005").contains(prefecture) ? 0 : 1;
    }

    private static List<String> others(int number) throws Exception {
        Map<String, Map<String, Object>> members = new TreeMap<>();
        IntStream.range(0, number)
                .forEach(i -> members.put(
                        "00000000-0000-7000-8000-0000000c%04d".formatted(i),
                        SampleWorld.member(KINDS[i % KINDS.length], "見本団体 " + i)));
        new SampleWorld(at(), actors()).list(members);
        return List.copyOf(members.keySet());
    }

    private void council(
            String code,
            String name,
            List<String> governments,
            String governmentClass,
            List<String> others,
            String otherClass) {
        group(code, "COUNCIL", name, null);
        members(
                code,
                Stream.concat(entries(governments, governmentClass), entries(others, otherClass))
                        .toList());
    }

    private void group(String code, String kind, String name, String parent) {
        Map<String, Object> group =
                new HashMap<>(Map.of("kind", kind, "name", name, "owner", "00000000-0000-7000-8000-000000000001"));
        if (parent != null) {
            group.put("parent", parent);
        }
        secretariat.put(registry("/v1/groups/" + code), group).expect(200);
    }

    private void members(String code, List<Map<String, Object>> entries) {
        secretariat
                .put(registry("/v1/groups/" + code + "/members"), Map.of("members", entries), "\"1\"")
                .expect(204);
    }

    private static Stream<Map<String, Object>> entries(List<String> organizations, String memberClass) {
        return organizations.stream().map(id -> Map.of("organization", id, "memberClass", memberClass));
    }

    private static JsonNode statistics(String group) {
        return actors().anybody()
                .get(registry("/v1/member-statistics?group=" + group))
                .expect(200)
                .json();
    }

    private String member(String kind, String name) {
        String id = UUID.randomUUID().toString();
        secretariat
                .put(registry("/v1/organizations/" + id), SampleWorld.member(kind, name))
                .expect(200);
        return id;
    }

    /** Applies without a token and is admitted by the secretariat. */
    private String admitted(String name, boolean published) {
        Map<String, Object> application = Map.of(
                "kind",
                "NPO",
                "name",
                name,
                "contact",
                Map.of("name", "担当 見本", "email", "madoguchi@example.jp"),
                "contactPublished",
                published);
        JsonNode applied = actors().anybody()
                .post(registry("/v1/organization-applications"), application)
                .expect(201)
                .json();
        String id = applied.path("id").asText();
        actors().anybody().get(registry("/v1/organizations/" + id)).expect(404);
        Answer admitted = secretariat
                .post(registry("/v1/organizations/" + id + "/admission"), Map.of())
                .expect(200);
        assertThat(admitted.json().path("allowedActions")).hasSize(2);
        return id;
    }

    private static JsonNode organization(Client reader, String id) {
        return reader.get(registry("/v1/organizations/" + id)).expect(200).json();
    }

    private static List<String> found(String query) {
        List<String> ids = new ArrayList<>();
        actors().anybody()
                .get(registry("/v1/organizations?limit=200&" + query))
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static String encode(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static URI registry(String path) {
        return Addresses.of(at().registry(), "%s", path);
    }
}
