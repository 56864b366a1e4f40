package jp.kakawari.catalog.search;

import static io.restassured.RestAssured.given;
import static jp.kakawari.catalog.TestWorld.INTERMEDIARY;
import static jp.kakawari.catalog.TestWorld.SECRETARIAT;
import static jp.kakawari.catalog.TestWorld.await;
import static jp.kakawari.catalog.TestWorld.etag;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.organizationOf;
import static jp.kakawari.catalog.TestWorld.step;
import static jp.kakawari.catalog.TestWorld.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The 128 programs of the sample world, published over HTTP by or for their hosts and found again. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SampleProgramsTest {

    private static List<SampleProgram> sample;

    @Inject
    DataSource database;

    @Inject
    SessionFactory hibernate;

    @BeforeEach
    void publishThemOnce() throws SQLException {
        if (sample != null) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate program cascade");
        }
        List<SampleProgram> programs = SampleProgram.all();
        Set<String> hosts = programs.stream()
                .map(SampleProgram::host)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toCollection(TreeSet::new));
        hosts.forEach(code -> tell(organizationOf(code), 9, "ACTIVE", "団体" + code, code));
        await("all hosts are known", () -> known() >= hosts.size());
        programs.forEach(SampleProgramsTest::publish);
        sample = programs;
    }

    private long known() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from organization where name like '団体%'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void publish(SampleProgram program) {
        String publisher = program.host().isEmpty() ? INTERMEDIARY : SECRETARIAT;
        var request = once(publisher);
        if (!program.host().isEmpty()) {
            request.queryParam("onBehalfOf", program.host());
        }
        String id = request.body(program.sheet())
                .post("/v1/programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(publisher, UUID.fromString(id), "publication").then().statusCode(200);
    }

    @Test
    void all_128_are_there_in_pages_without_a_gap_or_a_repetition() {
        assertThat(found("limit=200")).hasSize(128);
        Set<String> collected = new TreeSet<>();
        String next = null;
        do {
            var request = given().queryParam("limit", 50).queryParam("count", true);
            JsonPath page = (next == null ? request : request.queryParam("cursor", next))
                    .get("/v1/programs")
                    .then()
                    .statusCode(200)
                    .body("count", equalTo(128))
                    .extract()
                    .jsonPath();
            page.<String>getList("items.sourceId")
                    .forEach(id -> assertThat(collected.add(id)).isTrue());
            next = page.getString("next");
        } while (next != null);
        assertThat(collected).hasSize(128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "newest", "closing", "starting"})
    void every_order_can_be_paged(String sort) {
        Set<String> collected = new TreeSet<>();
        String next = null;
        do {
            var request = given().queryParam("q", "地域").queryParam("limit", 3).queryParam("sort", sort);
            JsonPath page = (next == null ? request : request.queryParam("cursor", next))
                    .get("/v1/programs")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<String>getList("items.sourceId")
                    .forEach(id -> assertThat(collected.add(id)).isTrue());
            next = page.getString("next");
        } while (next != null);
        assertThat(collected).isEqualTo(new TreeSet<>(found("q=地域&limit=200"))).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"山", "里山", "祭", "宇宙", "空き家", "SUP", "ｓｕｐ", "デザイン", "離島 副業"})
    void a_word_is_found_wherever_it_stands(String words) {
        Set<String> expected = sample.stream()
                .filter(program -> List.of(words.split(" ")).stream().allMatch(program::contains))
                .map(SampleProgram::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found("limit=200&q=" + words)).containsAll(expected);
    }

    @Test
    void a_mountain_finds_the_village_hills_and_puts_them_before_prefectures_named_after_it() {
        List<String> mountains = found("q=山&limit=200");
        assertThat(mountains).contains("H30-05", "H30-11", "H30-24");
        int lastInTheme = sample.stream()
                .filter(program ->
                        program.title().contains("山") || program.themes().contains("山"))
                .mapToInt(program -> mountains.indexOf(program.id()))
                .max()
                .orElseThrow();
        List<String> onlyByPlace = sample.stream()
                .filter(program -> mountains.contains(program.id()) && !program.contains("山"))
                .map(SampleProgram::id)
                .toList();
        assertThat(onlyByPlace).isNotEmpty().allMatch(id -> mountains.indexOf(id) > lastInTheme);
    }

    @Test
    void helping_finds_volunteering_and_the_other_way_round() {
        List<String> helping = found("q=手伝い&limit=200");
        assertThat(helping).contains("CS-03", "H30-06", "CS-11", "R2I-02");
        assertThat(found("q=ボランティア&limit=200")).containsExactlyInAnyOrderElementsOf(helping);
        assertThat(found("q=手伝い アート")).contains("CS-03").doesNotContain("CS-11");
    }

    @Test
    void places_find_their_programs_by_name_and_code() {
        assertThat(found("q=飛騨市")).containsExactly("CS-10");
        assertThat(found("municipality=212172")).containsExactly("CS-10");
        assertThat(found("municipality=21217")).containsExactly("CS-10");
        Set<String> hokkaido = ids(program -> program.prefectures().contains("01"));
        assertThat(found("prefecture=01&limit=200")).containsExactlyInAnyOrderElementsOf(hokkaido);
        assertThat(found("prefecture=北海道&limit=200")).containsExactlyInAnyOrderElementsOf(hokkaido);
        assertThat(found("municipality=012297")).as("one of the 17 of R1-19").containsExactly("R1-19");
        assertThat(found("prefecture=32&limit=200")).as("a prefecture's own").contains("CS-08");
    }

    @ParameterizedTest
    @CsvSource({"theme, 離島", "mode, ONLINE", "relationClass, TELEWORK", "activity, 農作業"})
    void a_filter_finds_exactly_what_has_it(String filter, String value) {
        Set<String> expected = ids(program -> program.has(filter, value));
        assertThat(expected).isNotEmpty();
        assertThat(found(filter + "=" + value + "&limit=200")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void row068_fan_clubs_of_a_prefecture_that_are_open_paged_and_with_an_etag() {
        String address = "/v1/programs?type=fanclub&prefecture=15&limit=2";
        var answer = given().get(address)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=60")
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(2))
                .body("items.types", everyItem(hasItem("fanclub")))
                .body("items.prefectures", everyItem(hasItem("15")));
        String etag = answer.extract().header("ETag");
        given().header("If-None-Match", etag)
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", etag);

        Set<String> niigata = ids(program -> program.prefectures().contains("15") && program.has("activity", "会員登録")
                || program.prefectures().contains("15") && program.has("activity", "会員DB"));
        assertThat(found("type=fanclub&prefecture=15")).containsExactlyInAnyOrderElementsOf(niigata);
        UUID nagaoka = UUID.fromString(
                given().get("/v1/programs?q=長岡ファンクラブ").then().extract().path("items[0].id"));
        step(SECRETARIAT, nagaoka, "closure").then().statusCode(200);
        assertThat(found("type=fanclub&prefecture=15")).hasSize(niigata.size() - 1);
        step(SECRETARIAT, nagaoka, "publication").then().statusCode(200);
        assertThat(etag(nagaoka)).isEqualTo("\"4\"");
    }

    @Test
    void facets_count_the_hits() {
        JsonPath page = given().get("/v1/programs?facets=true&count=true&limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(counts(page, "modes")).isEqualTo(Map.of("HYBRID", 83, "ONSITE", 38, "ONLINE", 4, "URBAN", 3));
        assertThat(counts(page, "relationClasses")).hasSize(6);
        assertThat(counts(page, "prefectures"))
                .containsEntry(
                        "32",
                        ids(program -> program.prefectures().contains("32")).size());
        assertThat(counts(page, "types"))
                .containsEntry(
                        "telework",
                        ids(program -> program.has("activity", "テレワーク")).size());
        assertThat(counts(page, "themes")).hasSize(20).containsEntry("アート", 4).containsEntry("離島", 4);
        given().get("/v1/programs?limit=1").then().body("facets", nullValue()).body("count", nullValue());
    }

    @Test
    void themes_in_use_are_a_code_list() {
        given().get("/v1/code-lists/themes")
                .then()
                .statusCode(200)
                .body("codes.find { it.code == '離島' }.programs", equalTo(4))
                .body("codes", hasSize(289));
    }

    @Test
    void a_page_costs_one_statement_and_each_extra_one_more() {
        assertThat(statements("/v1/programs?q=山&prefecture=20")).isEqualTo(1);
        assertThat(statements("/v1/programs?q=山&count=true")).isEqualTo(2);
        assertThat(statements("/v1/programs?q=山&count=true&facets=true")).isEqualTo(3);
        assertThat(statements("/v1/feeds/programs")).isEqualTo(1);
    }

    private long statements(String address) {
        var statistics = hibernate.getStatistics();
        long before = statistics.getPrepareStatementCount();
        given().get(address).then().statusCode(200);
        return statistics.getPrepareStatementCount() - before;
    }

    private static Map<String, Integer> counts(JsonPath page, String facet) {
        Map<String, Integer> counts = new HashMap<>();
        page.<Map<String, Object>>getList("facets." + facet)
                .forEach(one -> counts.put((String) one.get("code"), (Integer) one.get("count")));
        return counts;
    }

    private static Set<String> ids(Predicate<SampleProgram> wanted) {
        return sample.stream().filter(wanted).map(SampleProgram::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> found(String query) {
        return given().get("/v1/programs?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.sourceId");
    }
}
