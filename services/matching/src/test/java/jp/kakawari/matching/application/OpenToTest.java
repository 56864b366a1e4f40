package jp.kakawari.matching.application;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.APP_ID;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI_ID;
import static jp.kakawari.matching.TestWorld.OTHER_APP;
import static jp.kakawari.matching.TestWorld.OTHER_APP_ID;
import static jp.kakawari.matching.TestWorld.apply;
import static jp.kakawari.matching.TestWorld.as;
import static jp.kakawari.matching.TestWorld.next;
import static jp.kakawari.matching.TestWorld.openTo;
import static jp.kakawari.matching.TestWorld.person;
import static jp.kakawari.matching.TestWorld.townPlanning;
import static jp.kakawari.matching.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;

/** Programs for the people of named organisations only (対象団体). */
@QuarkusTest
@WithTestResource(PartsResource.class)
class OpenToTest {
    private static final Map<String, Object> BY_PROFILE =
            Map.of("interests", List.of("養蚕"), "prefecture", "13", "limit", 50);

    @Inject
    TestWorld world;

    @Test
    void only_whom_the_company_registered_may_apply_until_it_is_open_to_all() {
        ProgramChanged forAll = townPlanning(UUID.randomUUID(), 1, Selection.FIRST_COME, 3);
        ProgramChanged forPeopleOfApp = openTo(forAll, APP_ID);
        world.tell(forPeopleOfApp);
        UUID employee = world.supporter(APP_ID);
        UUID other = world.supporter(OTHER_APP_ID);
        UUID themself = UUID.randomUUID();
        world.tell(person(themself, 1, null));

        refused(OTHER_APP, forAll.id(), other);
        refused(MINAMIOGUNI, forAll.id(), other);
        refused(MINAMIOGUNI, forAll.id(), themself);
        apply(APP, forAll.id(), employee).then().statusCode(201).body("state", equalTo("ACCEPTED"));
        assertThat(world.count("select count(*) from application where program = '" + forAll.id() + "'"))
                .isOne();

        world.tell(openTo(forPeopleOfApp));
        apply(OTHER_APP, forAll.id(), other).then().statusCode(201);
        apply(MINAMIOGUNI, forAll.id(), themself).then().statusCode(201);
    }

    @Test
    void who_applied_before_it_was_narrowed_keeps_the_place() {
        ProgramChanged program = townPlanning(UUID.randomUUID(), 1, Selection.FIRST_COME, 1);
        world.tell(program);
        String held =
                apply(OTHER_APP, program.id(), world.supporter(OTHER_APP_ID)).path("id");
        String waiting =
                apply(OTHER_APP, program.id(), world.supporter(OTHER_APP_ID)).path("id");
        world.tell(openTo(program, APP_ID));
        refused(OTHER_APP, program.id(), world.supporter(OTHER_APP_ID));
        TestWorld.act(OTHER_APP, held, "withdrawal").then().statusCode(200);
        TestWorld.act(OTHER_APP, waiting, "acceptance").then().statusCode(200);
    }

    @Test
    void nobody_else_is_recommended_what_only_the_people_of_a_company_may_join() {
        ProgramChanged forAll = next(
                townPlanning(UUID.randomUUID(), 1, Selection.FIRST_COME, 3),
                Map.of("title", "養蚕の手伝い", "themes", List.of("養蚕")));
        ProgramChanged narrowed = openTo(forAll, APP_ID);
        world.tell(narrowed);
        UUID employee = interested(APP_ID);
        UUID other = interested(OTHER_APP_ID);
        assertThat(recommendedTo(APP, employee)).contains(forAll.id().toString());
        assertThat(recommendedTo(OTHER_APP, other)).doesNotContain(forAll.id().toString());
        assertThat(recommended(APP)).contains(forAll.id().toString());
        assertThat(recommended(OTHER_APP)).doesNotContain(forAll.id().toString());
        assertThat(recommendedTo(MINAMIOGUNI, employee)).contains(forAll.id().toString());
        world.tell(openTo(narrowed));
        assertThat(recommendedTo(OTHER_APP, other)).contains(forAll.id().toString());
        assertThat(recommended(OTHER_APP)).contains(forAll.id().toString());
    }

    @Test
    void among_many_for_others_that_fit_better_the_few_for_all_fill_the_list() {
        List<UUID> narrowed = Stream.generate(() -> beekeeping("養蜂の手伝い"))
                .limit(20)
                .map(program -> told(openTo(program, MINAMIOGUNI_ID)))
                .toList();
        List<UUID> forAll = Stream.generate(() -> beekeeping("山の一日"))
                .limit(3)
                .map(this::told)
                .toList();
        assertThat(recommendedTo(MINAMIOGUNI, interested(MINAMIOGUNI_ID, "養蜂"), 3))
                .hasSize(3)
                .isSubsetOf(texts(narrowed));
        UUID other = interested(OTHER_APP_ID, "養蜂");
        assertThat(recommendedTo(OTHER_APP, other, 3)).containsExactlyInAnyOrderElementsOf(texts(forAll));
        assertThat(recommendedTo(OTHER_APP, other))
                .containsAll(texts(forAll))
                .doesNotContainAnyElementsOf(texts(narrowed));
    }

    private static ProgramChanged beekeeping(String title) {
        return next(
                townPlanning(UUID.randomUUID(), 1, Selection.FIRST_COME, 3),
                Map.of("title", title, "themes", List.of("養蜂")));
    }

    private UUID told(ProgramChanged program) {
        world.tell(program);
        return program.id();
    }

    private static List<String> texts(List<UUID> programs) {
        return programs.stream().map(UUID::toString).toList();
    }

    private UUID interested(UUID registeredBy) {
        return interested(registeredBy, "養蚕");
    }

    /** Somebody in whose interest there is no other program. */
    private UUID interested(UUID registeredBy, String interest) {
        SupporterChanged someone = person(UUID.randomUUID(), 1, registeredBy);
        world.tell(with(someone, SupporterChanged.class, Map.of("interests", List.of(interest))));
        return someone.id();
    }

    private static void refused(String client, UUID program, UUID supporter) {
        apply(client, program, supporter)
                .then()
                .statusCode(422)
                .body("code", equalTo("not-open-to-applicant"))
                .body("detail", containsString("対象団体"))
                .body("openTo", contains(APP_ID.toString()))
                .body("errors.pointer", contains("/supporter"));
    }

    private static List<String> recommendedTo(String client, UUID supporter) {
        return recommendedTo(client, supporter, 50);
    }

    private static List<String> recommendedTo(String client, UUID supporter, int limit) {
        return as(client)
                .get("/v1/supporters/{id}/recommendations?limit={limit}", supporter, limit)
                .then()
                .statusCode(200)
                .extract()
                .path("items.program");
    }

    private static List<String> recommended(String client) {
        return as(client)
                .body(BY_PROFILE)
                .post("/v1/recommendations")
                .then()
                .statusCode(200)
                .extract()
                .path("items.program");
    }
}
