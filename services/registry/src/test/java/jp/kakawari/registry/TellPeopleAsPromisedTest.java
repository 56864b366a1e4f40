package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.ConsentChanged;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.LadderMoved;
import jp.kakawari.contracts.registry.MembershipChanged;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.consent.Hanako;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What goes out on Kafka about supporters, what they did, joined and agreed to is what libs/contracts promises. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class TellPeopleAsPromisedTest {

    @Inject
    Promise promise;

    @Inject
    EntityManager database;

    @Test
    void a_supporter_is_told_as_promised_by_the_entity_and_by_the_set_based_path_alike() throws Exception {
        UUID id = register("sample-partner", somebody("told", MINAMIOGUNI));
        var byEntity = promise.await(Topic.REGISTRY_SUPPORTER, Promise.revision(id, 1));
        promise.isKeptBy(byEntity, Topic.REGISTRY_SUPPORTER, SupporterChanged.class);
        assertThat(Promise.STRICT.readTree(promise.stateInDatabase("supporter_state", id)))
                .isEqualTo(Promise.STRICT.readTree(byEntity.value()));

        post(
                        "minamioguni",
                        "/v1/municipalities/434230/engagements",
                        engagement(id, "LEARNING", "2026-11-01", "c-" + id))
                .then()
                .statusCode(201);
        var bySet = promise.await(Topic.REGISTRY_SUPPORTER, Promise.revision(id, 2));
        promise.isKeptBy(bySet, Topic.REGISTRY_SUPPORTER, SupporterChanged.class);
        assertThat(Promise.STRICT.readTree(bySet.value()).at("/ties/0/stage").asText())
                .isEqualTo("WARM");
    }

    @Test
    void a_removal_is_a_last_state_and_then_a_tombstone() throws Exception {
        UUID id = register("sample-partner", """
                {"profile": {"familyName": "去", "familyNameKana": "サル", "birthDate": "1990-01-01", "phone": "090-0000-0000"},
                 "ties": [{"municipality": "434230"}]}""");
        as("sample-partner")
                .header("If-Match", "\"1\"")
                .delete("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        promise.await(Topic.REGISTRY_SUPPORTER, record -> record.key().equals(id.toString()) && record.value() == null);
        List<String> told = promise.all(Topic.REGISTRY_SUPPORTER).stream()
                .filter(record -> record.key().equals(id.toString()))
                .map(ConsumerRecord::value)
                .toList();
        assertThat(told).hasSize(3).last().isNull();
        SupporterChanged last = Promise.STRICT.readValue(told.get(1), SupporterChanged.class);
        assertThat(last.state()).isEqualTo(SupporterChanged.State.REMOVED);
        assertThat(last.revision()).isEqualTo(2);
        assertThat(last.subjectKey())
                .isNotEqualTo(Promise.STRICT
                        .readTree(told.getFirst())
                        .path("subjectKey")
                        .asText());
    }

    @Test
    void an_engagement_is_told_as_promised_and_again_when_it_is_decided() throws Exception {
        UUID id = register("sample-partner", somebody("doer", MINAMIOGUNI));
        String engagement = post(
                        "minamioguni",
                        "/v1/municipalities/434230/engagements",
                        engagement(id, "VOLUNTEERING", "2026-11-01", "d-" + id))
                .path("id");
        var told = promise.await(
                Topic.REGISTRY_ENGAGEMENT, record -> record.value().contains(engagement));
        promise.isKeptBy(told, Topic.REGISTRY_ENGAGEMENT, EngagementRecorded.class);
        assertThat(told.key()).isEqualTo(id.toString());
        assertThat(Promise.STRICT.readTree(promise.stateInDatabase("engagement_state", UUID.fromString(engagement))))
                .isEqualTo(Promise.STRICT.readTree(told.value()));
        TestApi.patching("minamioguni")
                .header("If-Match", "\"1\"")
                .body("""
                        {"status": "REJECTED"}""")
                .patch("/v1/municipalities/434230/engagements/" + engagement)
                .then()
                .statusCode(200);
        promise.await(
                Topic.REGISTRY_ENGAGEMENT,
                record -> record.value().contains(engagement) && record.value().contains("REJECTED"));
    }

    @Test
    void a_membership_is_told_as_promised_and_buried_with_its_member() throws Exception {
        TestSchemes.run("minamioguni", "ct-fanclub", "契約の友の会", MINAMIOGUNI);
        TestLists.sync("minamioguni", MINAMIOGUNI, "会員番号,氏名\nCT-1,清水\n");
        TestLists.syncMemberships("minamioguni", MINAMIOGUNI, "制度,会員番号,会員証番号\nct-fanclub,CT-1,CT-N1\n");
        UUID id = (UUID) database.createNativeQuery("select id from membership where number = 'CT-N1'")
                .getSingleResult();
        var told = promise.await(Topic.REGISTRY_MEMBERSHIP, Promise.revision(id, 1));
        promise.isKeptBy(told, Topic.REGISTRY_MEMBERSHIP, MembershipChanged.class);
        assertThat(Promise.STRICT.readTree(promise.stateInDatabase("membership_state", id)))
                .isEqualTo(Promise.STRICT.readTree(told.value()));

        String supporter =
                Promise.STRICT.readTree(told.value()).path("supporter").asText();
        as("minamioguni")
                .header("If-Match", "*")
                .delete("/v1/supporters/" + supporter)
                .then()
                .statusCode(204);
        promise.await(
                Topic.REGISTRY_MEMBERSHIP, record -> record.key().equals(id.toString()) && record.value() == null);
        var last = promise.await(Topic.REGISTRY_MEMBERSHIP, Promise.revision(id, 2));
        promise.isKeptBy(last, Topic.REGISTRY_MEMBERSHIP, MembershipChanged.class);
        assertThat(Promise.STRICT.readTree(promise.stateInDatabase("membership_state", id)))
                .isEqualTo(Promise.STRICT.readTree(last.value()));
        assertThat(Promise.STRICT.readTree(last.value()).path("endedBecause").asText())
                .isEqualTo("ERASED");
        assertThat(database.createNativeQuery("select number from membership where id = :id")
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .isNull();
    }

    @Test
    void a_move_on_a_ladder_is_told_as_promised_and_buried_with_its_person() throws Exception {
        String ladder = "/v1/municipalities/434230/ladder";
        as("minamioguni").header("If-Match", "*").body("""
                        {"steps": [{"code": "exchange", "name": "交流"}, {"code": "relation", "name": "関係"}]}""").put(ladder).then().statusCode(200);
        UUID person = register("minamioguni", somebody("climber", MINAMIOGUNI));
        String move = """
                {"supporter": "%s", "step": "%s", "movedOn": "2026-10-01"}""";
        UUID first = UUID.fromString(post("minamioguni", ladder + "/moves", move.formatted(person, "exchange"))
                .path("id"));
        UUID second = UUID.fromString(post("minamioguni", ladder + "/moves", move.formatted(person, "relation"))
                .path("id"));
        var told = promise.await(Topic.REGISTRY_LADDER, Promise.revision(second, 1));
        promise.isKeptBy(told, Topic.REGISTRY_LADDER, LadderMoved.class);
        assertThat(Promise.STRICT.readTree(told.value()).path("from").asText()).isEqualTo("exchange");
        as("minamioguni").delete(ladder + "/moves/" + second).then().statusCode(204);
        promise.await(
                Topic.REGISTRY_LADDER, record -> record.key().equals(second.toString()) && record.value() == null);
        as("minamioguni")
                .header("If-Match", "*")
                .delete("/v1/supporters/" + person)
                .then()
                .statusCode(204);
        promise.await(Topic.REGISTRY_LADDER, record -> record.key().equals(first.toString()) && record.value() == null);
        var last = promise.await(Topic.REGISTRY_LADDER, Promise.revision(first, 2));
        assertThat(Promise.STRICT.readValue(last.value(), LadderMoved.class)).isEqualTo(LadderMoved.removed(first, 2));
    }

    @Test
    void a_consent_is_told_as_promised_and_its_withdrawal_too() throws Exception {
        Hanako.joins(false);
        int terms = Hanako.terms("minamioguni", MINAMIOGUNI, "MATCHING", "\"PROFILE\"");
        int revision = Hanako.gives(MINAMIOGUNI, "MATCHING", terms)
                .then()
                .statusCode(200)
                .extract()
                .path("revision");
        Predicate<ConsumerRecord<String, String>> hers =
                record -> record.key().equals(Hanako.ID + ":MATCHING:" + MINAMIOGUNI);
        var given = promise.await(
                Topic.REGISTRY_CONSENT, hers.and(record -> record.value().contains("GIVEN")));
        promise.isKeptBy(given, Topic.REGISTRY_CONSENT, ConsentChanged.class);
        Hanako.leaves();
        var over = promise.await(
                Topic.REGISTRY_CONSENT, hers.and(record -> record.value().contains("WITHDRAWN")));
        promise.isKeptBy(over, Topic.REGISTRY_CONSENT, ConsentChanged.class);
        assertThat(Promise.STRICT.readTree(over.value()).path("revision").asInt())
                .isEqualTo(revision + 1);
    }
}
