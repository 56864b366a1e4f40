package jp.kakawari.catalog.delegation;

import static jp.kakawari.catalog.TestWorld.INTERMEDIARY;
import static jp.kakawari.catalog.TestWorld.as;
import static jp.kakawari.catalog.TestWorld.await;
import static jp.kakawari.catalog.TestWorld.draft;
import static jp.kakawari.catalog.TestWorld.once;
import static jp.kakawari.catalog.TestWorld.organizationOf;
import static jp.kakawari.catalog.TestWorld.published;
import static jp.kakawari.catalog.TestWorld.topic;
import static jp.kakawari.catalog.TestWorld.volunteering;
import static jp.kakawari.catalog.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.Examples;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.contracts.registry.DelegationChanged.State;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.outbox.Received;
import jp.kakawari.web.JapanTime;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class DelegatedProgramsTest {

    private static final String IGA = "iga";
    private static final String IGA_CODE = "242161";
    private static final String KASHIWAZAKI = "kashiwazaki";
    private static final String KASHIWAZAKI_CODE = "152056";
    private static final UUID NPO = UUID.fromString("00000000-0000-7000-8000-00000000a001");
    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);

    @Inject
    LearnDelegations learn;

    @Inject
    Session database;

    @Test
    void the_example_of_the_contract_is_learned() {
        String id = "01938f72-2a00-7c31-8d4e-5a7b9c1d3e22";
        Parts.shared()
                .topics()
                .sendEvent(
                        topic(Topic.REGISTRY_DELEGATION),
                        "jp.kakawari.registry.delegation-changed.v1",
                        id,
                        Examples.of(Topic.REGISTRY_DELEGATION));
        await("the example is known", () -> scopes(UUID.fromString(id)).equals("ENGAGEMENTS,PROGRAMS"));
    }

    @Test
    void an_intermediary_edits_the_programs_of_whom_it_acts_for_and_of_nobody_else() {
        UUID igas = published(IGA, program(IGA_CODE));
        UUID kashiwazakis = published(KASHIWAZAKI, program(KASHIWAZAKI_CODE));
        UUID delegation = UUID.randomUUID();
        assertEdits(igas, 403);
        tell(delegation, 1, State.GRANTED, TODAY, null);
        assertEdits(igas, 403);
        tell(delegation, 2, State.ACCEPTED, TODAY, TODAY);
        assertEdits(igas, 200);
        assertEdits(kashiwazakis, 403);
        tell(delegation, 3, State.REVOKED, TODAY, TODAY);
        assertEdits(igas, 403);
        tell(delegation, 2, State.ACCEPTED, TODAY, TODAY);
        assertEdits(igas, 403);
    }

    @Test
    void it_drafts_publishes_and_lists_for_a_town_on_the_days_of_its_delegation() {
        UUID delegation = UUID.randomUUID();
        String drafts = "/v1/programs?onBehalfOf=" + IGA_CODE;
        tell(delegation, 1, State.ACCEPTED, TODAY.plusDays(1), null);
        once(INTERMEDIARY).body(program(IGA_CODE)).post(drafts).then().statusCode(403);
        tell(delegation, 2, State.ACCEPTED, TODAY.minusDays(9), TODAY.minusDays(1));
        once(INTERMEDIARY).body(program(IGA_CODE)).post(drafts).then().statusCode(403);
        tell(delegation, 3, State.ACCEPTED, TODAY, null);
        String program = once(INTERMEDIARY)
                .body(program(IGA_CODE))
                .post(drafts)
                .then()
                .statusCode(201)
                .body("host.government", equalTo(IGA_CODE))
                .extract()
                .path("id");
        once(INTERMEDIARY)
                .post("/v1/programs/{id}/publication", program)
                .then()
                .statusCode(200)
                .body("allowedActions", hasItem("revise"));
        UUID hidden = draft(IGA, program(IGA_CODE));
        as(INTERMEDIARY)
                .get("/v1/hosted-programs?limit=200&onBehalfOf=" + IGA_CODE)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(program))
                .body("items.id", hasItem(hidden.toString()));
        once(INTERMEDIARY)
                .body(program(KASHIWAZAKI_CODE))
                .post("/v1/programs?onBehalfOf=" + KASHIWAZAKI_CODE)
                .then()
                .statusCode(403);
        tell(delegation, 4, State.REVOKED, TODAY, null);
        as(INTERMEDIARY)
                .get("/v1/hosted-programs?onBehalfOf=" + IGA_CODE)
                .then()
                .statusCode(403);
        as(INTERMEDIARY).get("/v1/programs/{id}", hidden).then().statusCode(404);
    }

    @Test
    void a_hub_posts_for_many_firms_that_let_it() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID stranger = UUID.randomUUID();
        tellOfFirm(one, 1, State.ACCEPTED);
        tellOfFirm(other, 1, State.ACCEPTED);
        Map<String, Object> vacancy = with(volunteering(), "activities", List.of("副業"));
        UUID first = published(INTERMEDIARY, with(vacancy, "firm", one));
        UUID second = published(INTERMEDIARY, with(vacancy, "firm", other));
        as(INTERMEDIARY).get("/v1/programs/{id}", first).then().body("firm", equalTo(one.toString()));
        as(INTERMEDIARY).get("/v1/programs/{id}", second).then().body("firm", equalTo(other.toString()));
        once(INTERMEDIARY)
                .body(with(vacancy, "firm", stranger))
                .post("/v1/programs")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/firm"));
        once(IGA)
                .body(with(program(IGA_CODE), "firm", one))
                .post("/v1/programs")
                .then()
                .statusCode(422);
        UUID unpublished = draft(INTERMEDIARY, with(vacancy, "firm", one));
        tellOfFirm(one, 2, State.REVOKED);
        assertEdits(first, 422);
        assertEdits(second, 200);
        once(INTERMEDIARY)
                .post("/v1/programs/{id}/publication", unpublished)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/firm"));
        once(INTERMEDIARY).post("/v1/programs/{id}/closure", first).then().statusCode(200);
        once(INTERMEDIARY)
                .body(with(vacancy, "firm", one))
                .post("/v1/programs")
                .then()
                .statusCode(422);
    }

    private final Map<UUID, UUID> delegations = new HashMap<>();

    private void tellOfFirm(UUID firm, long revision, State state) {
        UUID id = delegations.computeIfAbsent(firm, ignored -> UUID.randomUUID());
        var told = new DelegationChanged(id, revision, state, firm, null, NPO, List.of(Scope.PROGRAMS), TODAY, null);
        learn.handle(List.of(new Received<>(UUID.randomUUID(), id.toString(), Instant.now(), told)));
    }

    private static void assertEdits(UUID program, int status) {
        as(INTERMEDIARY)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("title", "委任により更新"))
                .patch("/v1/programs/{id}", program)
                .then()
                .statusCode(status);
    }

    private static Map<String, Object> program(String municipality) {
        return with(volunteering(), "municipalities", List.of(municipality));
    }

    private void tell(UUID id, long revision, State state, LocalDate from, LocalDate until) {
        var told = new DelegationChanged(
                id, revision, state, organizationOf(IGA_CODE), IGA_CODE, NPO, List.of(Scope.PROGRAMS), from, until);
        learn.handle(List.of(new Received<>(UUID.randomUUID(), id.toString(), Instant.now(), told)));
    }

    private String scopes(UUID id) {
        List<String> found = database.createNativeQuery(
                        "select array_to_string(scopes, ',') from delegation where id = ?1", String.class)
                .setParameter(1, id)
                .getResultList();
        assertThat(found).hasSizeLessThan(2);
        return String.join("", found);
    }
}
