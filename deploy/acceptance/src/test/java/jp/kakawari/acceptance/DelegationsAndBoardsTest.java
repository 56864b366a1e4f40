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
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who acts for whom, and who talks with whom. */
@ExtendWith(RunningPlatform.class)
class DelegationsAndBoardsTest {

    private static final String IIDA = "202053";
    private static final String INA = "202096";
    private static final String CHINO = "202142";
    private static final String INTERMEDIARY = "00000000-0000-7000-8000-00000000a001";

    @BeforeAll
    static void towns_join() throws Exception {
        new SampleWorld(at(), actors()).joinGovernments(IIDA, INA, CHINO);
    }

    @Test
    void row056_an_intermediary_edits_the_programs_of_a_and_b_and_not_of_c() {
        Client intermediary = actors().intermediary();
        URI ofIida = Programs.publish(IIDA, Programs.sheet(IIDA, "飯田の受入"));
        URI ofIna = Programs.publish(INA, Programs.sheet(INA, "伊那の受入"));
        URI ofChino = Programs.publish(CHINO, Programs.sheet(CHINO, "茅野の受入"));
        edit(intermediary, ofIida).expect(403);
        URI byIida = Members.delegated(actors().government(IIDA), INTERMEDIARY, "PROGRAMS", "SUPPORTERS_READ");
        Members.delegated(actors().government(INA), INTERMEDIARY, "PROGRAMS");
        edit(intermediary, ofIida).expect(403);
        intermediary
                .get(Addresses.of(at().registry(), "/v1/delegations?limit=200"))
                .expect(200)
                .json()
                .path("items")
                .forEach(delegation -> Members.accept(intermediary, delegation));
        for (URI program : List.of(ofIida, ofIna)) {
            Patience.until(answer -> answer.status() == 200, () -> edit(intermediary, program))
                    .expect(200);
        }
        edit(intermediary, ofChino).expect(403);
        String drafted = intermediary
                .post(
                        Addresses.of(at().catalog(), "/v1/programs?onBehalfOf=%s", INA),
                        Programs.sheet(INA, "中間支援の会が書いた伊那の受入"))
                .expect(201)
                .json()
                .path("host")
                .path("government")
                .asText();
        assertThat(drafted).isEqualTo(INA);

        intermediary.get(supporters(IIDA)).expect(200);
        intermediary.get(supporters(INA)).expect(403);
        actors().government(IIDA)
                .post(URI.create(byIida + "/revocation"), Map.of())
                .expect(200);
        intermediary.get(supporters(IIDA)).expect(403);
        Patience.until(answer -> answer.status() == 403, () -> edit(intermediary, ofIida))
                .expect(403);
        edit(intermediary, ofIna).expect(200);
    }

    @Test
    void row056_it_decides_on_the_applications_of_a_and_not_of_b_until_a_revokes() {
        Client intermediary = actors().intermediary();
        String ofIida = Programs.open(IIDA, screened(IIDA));
        String ofIna = Programs.open(INA, screened(INA));
        String byIida = applied(IIDA, ofIida);
        String byIna = applied(INA, ofIna);
        decide(intermediary, byIida).expect(404);
        URI delegation = Members.delegated(actors().government(IIDA), INTERMEDIARY, "APPLICATIONS");
        intermediary.post(URI.create(delegation + "/acceptance"), Map.of()).expect(200);
        Patience.until(answer -> answer.status() == 200, () -> applicationsOf(intermediary, ofIida))
                .expect(200);
        decide(intermediary, byIida).expect(200);
        decide(intermediary, byIna).expect(404);
        applicationsOf(intermediary, ofIna).expect(404);
        actors().government(IIDA)
                .post(URI.create(delegation + "/revocation"), Map.of())
                .expect(200);
        Patience.until(answer -> answer.status() == 404, () -> applicationsOf(intermediary, ofIida))
                .expect(404);
    }

    private static Map<String, Object> screened(String town) {
        Map<String, Object> sheet = Programs.sheet(town, "選考のある受入");
        sheet.put("selection", "SCREENING");
        return sheet;
    }

    private static String applied(String town, String program) {
        String person = SupporterCalls.register(
                Map.of("nickname", "応募者", "phone", "0265-22-3333"), Map.of("municipality", town));
        return Patience.until(
                        answer -> answer.status() == 201,
                        () -> actors().partner()
                                .post(
                                        Addresses.of(at().matching(), "/v1/applications"),
                                        Map.of("program", program, "supporter", person)))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static Answer applicationsOf(Client client, String program) {
        return client.get(Addresses.of(at().matching(), "/v1/programs/%s/applications", program));
    }

    private static Answer decide(Client client, String application) {
        return client.post(Addresses.of(at().matching(), "/v1/applications/%s/offer", application), Map.of());
    }

    @Test
    void row013_a_post_of_one_town_of_the_network_is_readable_by_the_other_and_not_by_a_third() {
        group("furusato-juminhyo", "ふるさと住民票実施自治体ネットワーク", IIDA, INA);
        URI thread = opened(actors().government(IIDA), "furusato-juminhyo", "住民票の様式を共有します");
        JsonNode posts = actors().government(INA)
                .get(URI.create(thread + "/posts"))
                .expect(200)
                .json();
        assertThat(posts.path("items").findValuesAsText("text")).containsExactly("住民票の様式を共有します");
        assertThat(posts.at("/items/0/author/name").asText()).isEqualTo("飯田市");
        actors().government(INA)
                .post(URI.create(thread + "/posts"), Map.of("text", "ありがとうございます"))
                .expect(201);
        Client third = actors().government(CHINO);
        for (URI place : List.of(thread, URI.create(thread + "/posts"), threads("furusato-juminhyo"))) {
            third.get(place).expect(403);
        }
    }

    @Test
    void row070_a_member_posts_and_is_visible_and_who_is_no_member_is_refused() {
        group("soudan-keijiban", "会員相談の会", IIDA, INA);
        Client moderator = actors().government(IIDA);
        URI thread = opened(actors().government(INA), "soudan-keijiban", "受入の保険について");
        assertThat(moderator
                        .get(threads("soudan-keijiban"))
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("title"))
                .contains("受入の保険について");
        Stream.of(actors().partner(), actors().intermediary(), actors().secretariat(), actors().government(CHINO))
                .forEach(stranger -> {
                    stranger.get(threads("soudan-keijiban")).expect(403);
                    stranger.post(URI.create(thread + "/posts"), Map.of("text", "割り込み"))
                            .expect(403);
                });
        actors().anybody().get(threads("soudan-keijiban")).expect(401);
        JsonNode first =
                moderator.get(URI.create(thread + "/posts")).expect(200).json();
        URI post = URI.create(thread + "/posts/" + first.at("/items/0/id").asText());
        moderator
                .post(URI.create(post + "/hiding"), Map.of("reason", "個人名があるため"))
                .expect(200);
        assertThat(actors().government(INA)
                        .get(post)
                        .expect(200)
                        .json()
                        .path("hiddenReason")
                        .asText())
                .isEqualTo("個人名があるため");
    }

    @Test
    void a_new_member_takes_its_client_and_loses_it_with_its_membership() {
        Members.Member npo = Members.admitted("INTERMEDIARY", "伊那谷をつなぐ会");
        Client own = npo.client();
        URI profile = Addresses.of(at().registry(), "/v1/organizations/%s/profile", npo.id());
        own.put(profile, Map.of("summary", "自分で書きました"), "*").expect(200);
        actors().secretariat()
                .post(
                        Addresses.of(at().registry(), "/v1/organizations/%s/suspension", npo.id()),
                        Map.of("reason", "見本"))
                .expect(200);
        own.put(profile, Map.of("summary", "もう書けません"), "*").expect(403);
        Patience.until(token -> token.status() != 200, npo::token).expect(400, 401);
    }

    private static Answer edit(Client client, URI program) {
        return client.patch(program, Map.of("lodging", "古民家"), "*");
    }

    private static URI supporters(String town) {
        return Addresses.of(at().registry(), "/v1/municipalities/%s/supporters", town);
    }

    private static URI threads(String group) {
        return Addresses.of(at().registry(), "/v1/groups/%s/threads", group);
    }

    private static URI opened(Client member, String group, String text) {
        return at().registry()
                .resolve(member.post(threads(group), Map.of("title", text, "text", text))
                        .expect(201)
                        .header("Location"));
    }

    /** A network of two towns, the first of which is its chair. */
    private static void group(String code, String name, String chair, String other) {
        Client owner = actors().government(chair);
        URI place = Addresses.of(at().registry(), "/v1/groups/%s", code);
        owner.put(place, Map.of("kind", "NETWORK", "name", name, "owner", Actors.organizationOf(chair)))
                .expect(200);
        owner.put(
                        URI.create(place + "/members"),
                        Map.of("members", List.of(entry(chair, "CHAIR"), entry(other, "MEMBER"))),
                        "\"1\"")
                .expect(204);
    }

    private static Map<String, Object> entry(String town, String role) {
        return Map.of("organization", Actors.organizationOf(town), "memberClass", "GOVERNMENT", "role", role);
    }
}
