package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Service;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in is answered by a problem that names the place; nothing is half written and no service grows. */
@ExtendWith(RunningPlatform.class)
class BadInputTest {

    private static final String TOWN = "242161";
    private static final long A_FEW_MEGABYTES = 8 * 1024;

    private final SupporterLists lists = new SupporterLists(at(), actors());
    private long supporters;

    @BeforeEach
    void count() {
        supporters = supporters();
    }

    static Stream<Arguments> unreadableLists() {
        byte[] row = "XX-0001,見本 花子\r\n".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of(
                        "neither UTF-8 nor windows-31j",
                        join(header("会員番号,氏名"), row, new byte[] {(byte) 0xff, (byte) 0xfe, 0x0a})),
                Arguments.of(
                        "encodings mixed",
                        join(header("会員番号,氏名"), row, "XX-0002,髙橋 一郎\r\n".getBytes(Charset.forName("windows-31j")))),
                Arguments.of("empty", new byte[0]),
                Arguments.of(
                        "no member number",
                        join(header("氏名,フリガナ"), "見本 花子,ミホン ハナコ\r\n".getBytes(StandardCharsets.UTF_8))),
                Arguments.of(
                        "a row of 10 MB",
                        join(header("会員番号,氏名"), "x".repeat(10 << 20).getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadableLists")
    void a_list_that_cannot_be_read_is_refused_whole(String what, byte[] list) throws Exception {
        long before = Heap.usedKilobytes(RunningPlatform.platform().process(Service.REGISTRY));
        assertProblem(lists.offer(TOWN, list), 422);
        assertThat(supporters()).isEqualTo(supporters);
        assertThat(Heap.usedKilobytes(RunningPlatform.platform().process(Service.REGISTRY)) - before)
                .isLessThan(A_FEW_MEGABYTES);
    }

    @Test
    void a_row_with_a_nul_is_never_stored() {
        byte[] list = "会員番号,氏名\r\nXX-0009,見本\u0000花子\r\n".getBytes(StandardCharsets.UTF_8);
        Answer answer = lists.offer(TOWN, list);
        if (answer.status() == 202) {
            assertThat(lists.send(TOWN, list).path("progress").path("rejected").asInt())
                    .isEqualTo(1);
        } else {
            assertProblem(answer, 422);
        }
        assertThat(supporters()).isEqualTo(supporters);
    }

    @Test
    void a_list_without_end_is_refused_without_growing() throws Exception {
        ProcessHandle registry = RunningPlatform.platform().process(Service.REGISTRY);
        long before = Heap.usedKilobytes(registry);
        String answer = EndlessRequest.post(
                Addresses.of(at().registry(), "/v1/municipalities/%s/supporter-syncs", TOWN),
                RunningPlatform.platform().tokens().of("iga"),
                "text/csv",
                header("会員番号,氏名"),
                (byte) 'x');
        assertThat(answer).matches("(?s)HTTP/1.1 (413|422) .*application/problem\\+json.*");
        assertThat(Heap.usedKilobytes(registry) - before).isLessThan(A_FEW_MEGABYTES);
        assertThat(supporters()).isEqualTo(supporters);
    }

    @ParameterizedTest
    @MethodSource("jsonEndpoints")
    void json_without_end_is_refused_without_growing(Service service, URI endpoint, String client) throws Exception {
        ProcessHandle process = RunningPlatform.platform().process(service);
        long before = Heap.usedKilobytes(process);
        String answer = EndlessRequest.post(
                endpoint,
                RunningPlatform.platform().tokens().of(client),
                "application/json",
                "{\"title\": \"".getBytes(StandardCharsets.UTF_8),
                (byte) 'x');
        assertThat(answer).matches("(?s)HTTP/1.1 413 .*application/problem\\+json.*");
        assertThat(Heap.usedKilobytes(process) - before).isLessThan(A_FEW_MEGABYTES);
    }

    @ParameterizedTest
    @MethodSource("jsonEndpoints")
    void json_nested_10000_deep_and_unknown_properties_are_refused(Service service, URI endpoint, String client) {
        assertProblem(postJson(endpoint, client, "[".repeat(10_000) + "]".repeat(10_000)), 400, 422);
        Answer unknown = postJson(endpoint, client, "{\"noSuchProperty\": 1}");
        assertProblem(unknown, 400, 422);
        assertThat(unknown.body()).contains("noSuchProperty");
        assertProblem(postJson(endpoint, client, "{\"title\": "), 400);
    }

    static Stream<Arguments> jsonEndpoints() {
        return Stream.of(
                Arguments.of(Service.REGISTRY, Addresses.of(at().registry(), "/v1/supporters"), "sample-partner"),
                Arguments.of(Service.CATALOG, Addresses.of(at().catalog(), "/v1/programs"), "hida"),
                Arguments.of(Service.MATCHING, Addresses.of(at().matching(), "/v1/recommendations"), "sample-partner"),
                Arguments.of(Service.KPI, Addresses.of(at().kpi(), "/v1/classifications"), "secretariat"));
    }

    @Test
    void a_municipality_code_with_a_wrong_check_digit_and_a_foreign_one_are_refused() {
        Client iga = actors().government(TOWN);
        Answer wrong = iga.get(Addresses.of(at().registry(), "/v1/municipalities/212173/supporters"));
        assertProblem(wrong, 400);
        assertThat(wrong.body()).contains("municipality");
        assertProblem(iga.get(Addresses.of(at().registry(), "/v1/municipalities/212172/supporters")), 403);
        String stranger = actors().government("212172")
                .get(Addresses.of(at().registry(), "/v1/municipalities/212172/supporters?limit=1"))
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText(UUID.randomUUID().toString());
        assertProblem(
                iga.get(Addresses.of(at().registry(), "/v1/municipalities/%s/supporters/%s", TOWN, stranger)), 404);
    }

    @Test
    void a_token_that_nobody_signed_is_refused_everywhere() {
        String claims = "{\"aud\":\"kakawari\",\"sub\":\"x\",\"exp\":4102444800,\"iss\":\"" + at().issuer()
                + "\",\"realm_access\":{\"roles\":[\"secretariat\",\"municipality\"]},\"government\":\"242161\"}";
        String forged = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encode(claims) + ".";
        Client forger = actors().anybody().as(() -> forged);
        assertProblem(forger.get(Addresses.of(at().registry(), "/v1/municipalities/%s/supporters", TOWN)), 401);
        assertProblem(forger.get(Addresses.of(at().matching(), "/v1/usage")), 401);
        assertProblem(forger.get(Addresses.of(at().kpi(), "/v1/feeds/relations")), 401);
    }

    private static Answer postJson(URI endpoint, String client, String body) {
        return actors().organization(client)
                .post(endpoint, "application/json", BodyPublishers.ofString(body), UUID.randomUUID());
    }

    private static void assertProblem(Answer answer, int... statuses) {
        JsonNode problem = answer.expect(statuses).json();
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("code").asText()).isNotEmpty();
        assertThat(problem.path("type").asText()).startsWith("/problems/");
        assertThat(problem.path("detail").asText() + problem.path("errors")).isNotEmpty();
    }

    private static long supporters() {
        return actors().government(TOWN)
                .get(Addresses.of(at().registry(), "/v1/municipalities/%s/supporters?limit=1&count=true", TOWN))
                .expect(200)
                .json()
                .path("count")
                .asLong();
    }

    private static byte[] header(String columns) {
        return (columns + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
