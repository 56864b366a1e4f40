package jp.kakawari.registry.supporterfeed;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestLists;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SupporterFeedTest {

    private static final String IGA = "242161";
    private static final String FEED = "/v1/municipalities/" + IGA + "/supporter-feed";

    @Inject
    DataSource database;

    @Test
    void a_follower_sees_who_comes_changes_deepens_and_leaves() {
        Follower follower = atTheEnd();
        String id = register("sample-partner", somebody("kou", IGA)).toString();
        follower.catchUp();
        assertThat(follower.seen()).containsEntry(id, "updated 1");
        patch(id, 1, "{\"profile\": {\"skills\": [\"組紐\"]}}");
        follower.catchUp();
        assertThat(follower.seen()).containsEntry(id, "updated 2");
        post(
                        "iga",
                        "/v1/municipalities/" + IGA + "/engagements",
                        engagement(UUID.fromString(id), "LEARNING", "2026-11-01", "feed-" + id))
                .then()
                .statusCode(201);
        follower.catchUp();
        assertThat(follower.seen()).containsEntry(id, "updated 3");
        patch(id, 3, "{\"ties\": []}");
        follower.catchUp();
        assertThat(follower.seen()).containsEntry(id, "deleted");
        patch(id, 4, "{\"ties\": [{\"municipality\": \"" + IGA + "\"}]}");
        follower.catchUp();
        assertThat(follower.seen()).containsEntry(id, "updated 5");
        as("sample-partner")
                .header("If-Match", "\"5\"")
                .delete("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        follower.catchUp();
        assertThat(follower.seen()).containsEntry(id, "deleted");
        Follower fromTheBeginning = new Follower("iga", IGA, 500);
        fromTheBeginning.catchUp();
        assertThat(fromTheBeginning.seen()).containsEntry(id, "deleted");
    }

    @Test
    void an_item_holds_what_the_municipality_sees() {
        Follower follower = atTheEnd();
        UUID id = register("sample-partner", somebody("same", IGA));
        Map<String, Object> seen = as("iga")
                .get("/v1/municipalities/" + IGA + "/supporters/" + id)
                .jsonPath()
                .getMap("");
        assertThat(get(follower.next()).jsonPath().getMap("items[0].data")).isEqualTo(seen);
    }

    @Test
    void what_another_municipalitys_list_changes_is_told_too() throws SQLException {
        TestLists.sync("minamioguni", "434230", "会員番号,氏名,電話番号\nFD-1,清水 翔,070-9027-4044\n");
        String id = one("select supporter::text from tie where municipality = '434230' and source_id = 'FD-1'");
        run("""
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent)
                values ('%s', '%s', 'CATCH', 1, current_date, false, false)""".formatted(IGA, id));
        Follower follower = atTheEnd();
        assertThat(follower.seen()).containsEntry(id, "updated 1");
        TestLists.sync("minamioguni", "434230", "会員番号,氏名,電話番号\nFD-1,清水 翔,070-9027-4045\n");
        follower.catchUp();
        assertThat(follower.seen()).containsEntry(id, "updated 2");
    }

    @Test
    void nothing_is_served_before_what_may_still_come_in_front_of_it() throws SQLException {
        String early = register("sample-partner", somebody("early", IGA)).toString();
        String late = register("sample-partner", somebody("late", IGA)).toString();
        Follower follower = atTheEnd();
        try (Connection slow = database.getConnection();
                Statement first = slow.createStatement()) {
            slow.setAutoCommit(false);
            first.executeUpdate("update supporter set revision = revision + 1 where id = '" + early + "'");
            run("update supporter set revision = revision + 1 where id = '" + late + "'");
            follower.catchUp();
            assertThat(follower.seen()).containsEntry(late, "updated 1");
            slow.commit();
            slow.setAutoCommit(true);
        }
        follower.catchUp();
        assertThat(follower.seen()).containsEntry(early, "updated 2").containsEntry(late, "updated 2");
    }

    @Test
    void a_full_page_may_be_kept_and_the_last_one_is_empty_and_its_own_next() {
        register("sample-partner", somebody("page", IGA));
        get(FEED + "?limit=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, max-age=3600")
                .body("items", hasSize(1))
                .body("license", equalTo("https://laws.e-gov.go.jp/law/415AC0000000057"));
        Follower follower = atTheEnd();
        get(follower.next())
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("items", hasSize(0))
                .body("next", equalTo(follower.next()));
    }

    @Test
    void whoever_holds_the_page_already_reads_nobody() throws SQLException {
        Follower follower = atTheEnd();
        String empty = get(follower.next()).header("ETag");
        UUID id = register("sample-partner", somebody("held", IGA));
        Response page = get(follower.next());
        assertThat(page.header("ETag")).isNotEqualTo(empty);
        assertThat(reads(id)).isEqualTo("1");
        Response again = ask(follower.next(), page.header("ETag"));
        again.then()
                .statusCode(304)
                .header("ETag", page.header("ETag"))
                .header("Content-Type", not("application/json"));
        assertThat(reads(id)).isEqualTo("1");
        ask(follower.next(), empty).then().statusCode(200).body("items.id", hasSize(1));
        assertThat(reads(id)).isEqualTo("2");
        patch(id.toString(), 1, "{\"ties\": []}");
        ask(follower.next(), page.header("ETag")).then().statusCode(200).body("items[0].state", equalTo("deleted"));
        assertThat(reads(id)).isEqualTo("2");
    }

    @Test
    void nobody_else_follows_and_no_place_is_half_named() {
        as("minamioguni").get(FEED).then().statusCode(403);
        as("sample-partner").get(FEED).then().statusCode(403);
        as("gifu").get(FEED).then().statusCode(403);
        as("iga")
                .get(FEED + "?afterTimestamp=1")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("afterId"));
        as("iga")
                .get(FEED + "?afterTimestamp=-1&afterId=" + UUID.randomUUID())
                .then()
                .statusCode(400);
        as("iga")
                .get(FEED + "?afterTimestamp=x&afterId=" + UUID.randomUUID())
                .then()
                .statusCode(400);
        as("iga")
                .get(FEED + "?afterTimestamp=9223372036854775807&afterId=" + UUID.randomUUID())
                .then()
                .statusCode(200);
        as("iga").get(FEED + "?limit=501").then().statusCode(400);
    }

    @Test
    void a_page_by_skill_at_any_depth_is_read_off_its_index() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                many(statement);
                assertThat(explain(statement, """
                        select s.personal, t.stage from tie_skill k
                        join tie t on t.municipality = k.municipality and t.supporter = k.supporter
                        join supporter s on s.id = k.supporter
                        where k.municipality = '999997' and t.ended_on is null and s.state = 'ACTIVE' and k.skill = '組紐'
                          and k.supporter > '00000000-0000-0000-0000-000000000fff'
                        order by t.supporter limit 51""")).contains("tie_skill_pk").doesNotContain("Sort");
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void many(Statement statement) throws SQLException {
        statement.execute("""
                insert into supporter (id, revision, state, kind, subject_key, skills)
                select lpad(to_hex(i), 32, '0')::uuid, 1, 'ACTIVE', 'PERSON', i::text,
                    case when i % 10 = 0 then array['組紐'] else '{}' end
                from generate_series(1, 20000) i""");
        statement.execute("""
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent)
                select '999997', id, 'CATCH', 1, current_date, false, false from supporter where subject_key ~ '^[0-9]{1,5}$'""");
        statement.execute("analyze supporter, tie, tie_skill");
    }

    private static String explain(Statement statement, String sql) throws SQLException {
        StringJoiner plan = new StringJoiner("\n");
        try (var rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        return plan.toString();
    }

    private static Follower atTheEnd() {
        Follower follower = new Follower("iga", IGA, 500);
        follower.catchUp();
        return follower;
    }

    private static Response get(String path) {
        return as("iga").urlEncodingEnabled(false).get(path);
    }

    private static Response ask(String path, String known) {
        return as("iga")
                .urlEncodingEnabled(false)
                .header("If-None-Match", known)
                .get(path);
    }

    private static void patch(String id, long revision, String patch) {
        patching("sample-partner")
                .header("If-Match", "\"" + revision + "\"")
                .body(patch)
                .patch("/v1/supporters/" + id)
                .then()
                .statusCode(204);
    }

    private String reads(UUID supporter) throws SQLException {
        return one("select count(*) from personal_read where purpose = 'MUNICIPALITY_FEED' and supporter = '"
                + supporter + "'");
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(List.of(statement.executeUpdate(sql))).containsExactly(1);
        }
    }
}
