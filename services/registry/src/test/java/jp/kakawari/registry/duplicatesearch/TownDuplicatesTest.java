package jp.kakawari.registry.duplicatesearch;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.HIDA;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.KOSUGE;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.decide;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.ofTown;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.page;
import static jp.kakawari.registry.duplicatesearch.DuplicateWorld.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.personal.BlindIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of one town that may be one person, as its clerks see them. */
@QuarkusTest
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class TownDuplicatesTest {

    @Inject
    DuplicateWorld world;

    @Inject
    BlindIndex index;

    @BeforeEach
    void begin() {
        world.begin();
    }

    @Test
    void a_town_sees_its_own_pairs_decides_and_takes_it_back() throws Exception {
        world.list(HIDA, world.row("1", "渡邊 翔", world.phone(1)), world.row("2", "渡辺 翔", ""));
        UUID one = world.member(HIDA, "1");
        UUID other = world.member(HIDA, "2");
        String ownKey = world.told(one);
        long reads = world.count("personal_read where supporter = '" + one + "'");
        String candidate = ofTown(HIDA) + "/" + world.candidate(one, other);

        as("hida")
                .queryParam("count", true)
                .get(ofTown(HIDA))
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + world.candidate(one, other) + "' }.confidence", notNullValue());
        as("hida")
                .get(candidate)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("OPEN"))
                .body("records.memberNumber", contains("1-" + world.test(), "2-" + world.test()))
                .body("records.familyName", contains("渡邊", "渡辺"))
                .body("reasons.code", hasItems("SAME_KANA_NAME", "NAME_VARIANT", "SAME_BIRTH_DATE", "MOVED_HOUSE"))
                .body("reasons.find { it.code == 'NAME_VARIANT' }.ja", equalTo("「渡邊翔」と「渡辺翔」は異体字です"))
                .body("allowedActions", contains("decide"));
        assertThat(page("hida", candidate).getDouble("confidence")).isGreaterThanOrEqualTo(0.9);
        assertThat(world.count("personal_read where purpose = 'MUNICIPALITY_DUPLICATES' and supporter = '" + one + "'"))
                .isEqualTo(3);
        assertThat(world.count("personal_read where supporter = '" + other + "'"))
                .isEqualTo(3 + reads);

        String body = "{\"samePerson\": true}";
        String key = UUID.randomUUID().toString();
        as("hida")
                .header("Idempotency-Key", key)
                .body(body)
                .post(candidate + "/decision")
                .then()
                .statusCode(428);
        as("hida")
                .header("Idempotency-Key", key)
                .header("If-Match", "\"7\"")
                .body(body)
                .post(candidate + "/decision")
                .then()
                .statusCode(412);
        for (int time = 0; time < 2; time++) {
            as("hida")
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .body(body)
                    .post(candidate + "/decision")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("state", equalTo("MERGED"))
                    .body("decidedAt", notNullValue())
                    .body("allowedActions", contains("undo"));
        }
        decide("hida", candidate, false)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-decided"))
                .body("allowedActions", contains("undo"));

        assertThat(world.told(one)).isEqualTo(world.told(other)).isNotEqualTo(ownKey);
        world.assertTold(one, 2);
        world.assertTold(other, 2);

        undo("hida", candidate)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("OPEN"))
                .body("decidedAt", nullValue());
        undo("hida", candidate).then().statusCode(409).body("code", equalTo("not-decided"));
        assertThat(world.told(one)).isEqualTo(ownKey).isNotEqualTo(world.told(other));
        world.assertTold(one, 3);
        world.assertTold(other, 3);
    }

    @Test
    void two_people_are_not_proposed_again_whatever_changes() throws Exception {
        world.list(HIDA, world.row("1", "渡邊 翔", world.phone(1)), world.row("2", "渡辺 翔", ""));
        UUID one = world.member(HIDA, "1");
        UUID other = world.member(HIDA, "2");
        String told = world.told(one);
        String candidate = ofTown(HIDA) + "/" + world.candidate(one, other);
        decide("hida", candidate, false).then().statusCode(200).body("state", equalTo("DISTINCT"));
        world.list(HIDA, world.row("1", "渡邊 翔", world.phone(2)), world.row("2", "渡邊 翔", world.phone(2)));
        as("hida").get(candidate).then().body("state", equalTo("DISTINCT"));
        assertThat(page("hida", ofTown(HIDA) + "?state=DISTINCT").getList("items"))
                .isNotEmpty();
        assertThat(told).isNotEqualTo(world.told(one));
        assertThat(world.ownKey(one)).isEqualTo(world.ownKey(other));
        assertThat(world.told(one)).isNotEqualTo(world.told(other));
        assertThat(world.revision(one) + world.revision(other))
                .as("one of them counts otherwise than by the data")
                .isEqualTo(5);
    }

    @Test
    void two_people_whose_data_are_the_same_count_as_two_until_it_is_undone() throws Exception {
        world.list(HIDA, world.row("1", "渡邊 翔", world.phone(1)), world.row("2", "渡邊 翔", world.phone(1)));
        UUID one = world.member(HIDA, "1");
        UUID other = world.member(HIDA, "2");
        String shared = world.ownKey(one);
        assertThat(world.told(one)).isEqualTo(world.told(other)).isEqualTo(shared);
        String candidate = ofTown(HIDA) + "/" + world.candidate(one, other);

        decide("hida", candidate, false).then().statusCode(200);
        UUID first = one.toString().compareTo(other.toString()) < 0 ? one : other;
        UUID second = first.equals(one) ? other : one;
        assertThat(world.told(first)).isEqualTo(shared);
        assertThat(world.told(second)).isEqualTo(index.personKey(second)).isNotEqualTo(shared);
        assertThat(world.revision(first)).isEqualTo(1);
        world.assertTold(second, 2);

        world.list(KOSUGE, world.row("3", "渡邊 翔", world.phone(1)));
        assertThat(world.told(world.member(KOSUGE, "3"))).isEqualTo(shared);
        assertThat(world.told(second)).isEqualTo(index.personKey(second));

        undo("hida", candidate).then().statusCode(200);
        assertThat(world.told(second)).isEqualTo(shared);
        world.assertTold(second, 3);
    }

    @Test
    void a_candidate_goes_once_the_data_no_longer_look_alike() throws Exception {
        world.list(HIDA, world.row("1", "渡邊 翔", ""), world.row("2", "渡辺 翔", ""));
        UUID one = world.member(HIDA, "1");
        UUID other = world.member(HIDA, "2");
        assertThat(world.candidate(one, other)).isNotNull();
        world.list(HIDA, world.row("2", "渡辺 翔", "").replace(world.birthDate(), "1999-12-31"));
        assertThat(world.count("duplicate_candidate where '" + one + "' in (a, b)"))
                .isZero();
        assertThat(world.count("likeness_key where supporter = '" + other + "'"))
                .isEqualTo(2);
    }

    @Test
    void a_key_that_very_many_share_says_nothing() throws Exception {
        String[] rows = new String[60];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "M%d-%d,試験 太郎,シケン タロウ,%s,岐阜県飛騨市見本%d,090-5555-5555,"
                    .formatted(i, world.test(), world.birthDate(), i);
        }
        world.list(HIDA, rows);
        assertThat(world.count(
                        "duplicate_candidate c join tie t on t.supporter in (c.a, c.b) where t.source_id like 'M%-"
                                + world.test() + "'"))
                .isZero();
    }

    @Test
    void lists_go_first() throws Exception {
        UUID job = UUID.randomUUID();
        world.run(
                "insert into sync_job (id, municipality, dry_run, state, kind) values ('%s', '%s', false, 'STAGED', 'supporter')"
                        .formatted(job, "152056"));
        UUID somebody = register("sample-partner", """
                {"profile": {"nickname": "誰か", "phone": "0967-42-1111", "birthDate": "%s"}}""".formatted(world.birthDate()));
        world.follow();
        assertThat(world.count("likeness where supporter = '" + somebody + "'")).isZero();
        world.run("delete from sync_job where id = '" + job + "'");
        world.follow();
        assertThat(world.count("likeness where supporter = '" + somebody + "' and compared"))
                .isEqualTo(1);
        assertThat(world.count("likeness_key where supporter = '" + somebody + "'"))
                .isEqualTo(1);
    }
}
