package jp.kakawari.registry.duplicatesearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.registry.TestApi;
import jp.kakawari.registry.TestLists;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Towns that send lists, clerks and an operator who decide, and what is told of it. */
@ApplicationScoped
class DuplicateWorld {

    static final String HIDA = "212172";
    static final String KOSUGE = "194425";
    static final String OPERATORS = "/v1/duplicate-candidates";
    private static final String HEADER = "会員番号,氏名,フリガナ,生年月日,住所,電話番号,メールアドレス\n";

    private final EntityManager database;
    private final FollowDuplicates following;
    private final String topic;

    /** Whoever came by another test is of another birth date and has another phone, so that nobody is taken for them. */
    private int test;

    DuplicateWorld(
            EntityManager database,
            FollowDuplicates following,
            @ConfigProperty(name = "kakawari.topics.prefix") String prefix) {
        this.database = database;
        this.following = following;
        this.topic = prefix + Topic.REGISTRY_SUPPORTER.value();
    }

    void begin() {
        test++;
    }

    int test() {
        return test;
    }

    String topic() {
        return topic;
    }

    String birthDate() {
        return "19%02d-03-04".formatted(40 + test);
    }

    String phone(int number) {
        return "090-%04d-%04d".formatted(1000 + test, number);
    }

    /** A row of a list: ワタナベ ショウ, who was born on the day of the test. */
    String row(String number, String name, String phone) {
        return "%s-%d,%s,ワタナベ ショウ,%s,岐阜県飛騨市見本%s,%s,".formatted(number, test, name, birthDate(), number, phone);
    }

    static String ofTown(String municipality) {
        return "/v1/municipalities/" + municipality + "/duplicate-candidates";
    }

    static String client(String municipality) {
        return municipality.equals(HIDA) ? "hida" : "kosuge";
    }

    /** A list arrives, is merged, and its people are compared. */
    void list(String municipality, String... rows) throws SQLException {
        Map<String, Integer> counts =
                TestLists.sync(client(municipality), municipality, HEADER + String.join("\n", rows));
        assertThat(counts).containsEntry("rejected", 0);
        following.follow();
    }

    void follow() throws SQLException {
        following.follow();
    }

    UUID member(String municipality, String number) {
        return (UUID) one("select supporter from tie where municipality = '%s' and source_id = '%s'"
                .formatted(municipality, number + "-" + test));
    }

    /** Under which key that record is told. */
    String told(UUID supporter) {
        return (String) one("select body ->> 'subjectKey' from supporter_state where id = '%s'".formatted(supporter));
    }

    String ownKey(UUID supporter) {
        return (String) one("select subject_key from supporter where id = '%s'".formatted(supporter));
    }

    long revision(UUID supporter) {
        return (Long) one("select revision from supporter where id = '%s'".formatted(supporter));
    }

    /** The candidate of these two, whoever may see it. */
    UUID candidate(UUID one, UUID other) {
        return (UUID) one("""
                select id from duplicate_candidate
                where (a, b) in (('%1$s', '%2$s'), ('%2$s', '%1$s'))""".formatted(one, other));
    }

    long count(String from) {
        return (Long) one("select count(*) from " + from);
    }

    Object one(String sql) {
        List<?> rows = query(sql);
        assertThat(rows).as(sql).hasSize(1);
        return rows.getFirst();
    }

    List<?> query(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql).getResultList());
    }

    void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    static Response decide(String client, String candidate, boolean samePerson) {
        return changing(client, candidate)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"samePerson\": " + samePerson + "}")
                .post(candidate + "/decision");
    }

    static Response undo(String client, String candidate) {
        return changing(client, candidate).delete(candidate + "/decision");
    }

    private static RequestSpecification changing(String client, String candidate) {
        String tag = TestApi.as(client)
                .get(candidate)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        return TestApi.as(client).header("If-Match", tag);
    }

    static JsonPath page(String client, String list) {
        return TestApi.as(client).get(list).then().statusCode(200).extract().jsonPath();
    }

    /** People whom no town knows, all of one name and birth date. */
    List<UUID> strangers(int count) throws SQLException {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(TestApi.register("sample-partner", """
                    {"profile": {"familyName": "渡邊", "givenName": "翔", "familyNameKana": "ワタナベ", "givenNameKana": "ショウ",
                       "birthDate": "%s", "phone": "%s"}}""".formatted(birthDate(), phone(i))));
        }
        follow();
        return people;
    }

    Set<String> keysTold(List<UUID> people) {
        Set<String> keys = new HashSet<>();
        people.forEach(person -> keys.add(told(person)));
        return keys;
    }

    /** Other services learn it with the next revision, and learn what the database says. */
    void assertTold(UUID supporter, long revision) {
        assertThat(revision(supporter)).isEqualTo(revision);
        var event = Parts.shared()
                .topics()
                .await(
                        topic,
                        record -> record.key().equals(supporter.toString())
                                && record.value() != null
                                && new JsonPath(record.value()).getLong("revision") == revision);
        assertThat(new JsonPath(event.value()).getString("subjectKey")).isEqualTo(told(supporter));
    }
}
