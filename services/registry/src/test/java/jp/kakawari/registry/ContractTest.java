package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Examples;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.AccrualChanged;
import jp.kakawari.contracts.registry.ConsentChanged;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.contracts.registry.DeliveryCounted;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.MembershipChanged;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.contracts.registry.TierChanged;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.Topics;
import jp.kakawari.registry.consent.Hanako;
import jp.kakawari.web.JapanTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What goes out on Kafka is what libs/contracts promises: the same members, readable by the strictest reader. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ContractTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Inject
    EntityManager database;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    private final Topics topics = Parts.shared().topics();

    @Test
    void an_organization_is_told_as_promised() throws Exception {
        UUID id = UUID.randomUUID();
        as("secretariat").body("""
                        {"state": "ACTIVE", "kind": "COMPANY", "name": "かかわり商会"}""").put("/v1/organizations/" + id).then().statusCode(200);
        var told = await(Topic.REGISTRY_ORGANIZATION, record -> record.key().equals(id.toString()));
        assertAsPromised(told, Topic.REGISTRY_ORGANIZATION, OrganizationChanged.class);
    }

    @Test
    void a_delegation_is_told_as_promised() throws Exception {
        String npo = TestMembers.active("INTERMEDIARY", "中間支援の会");
        UUID id = UUID.fromString(post("minamioguni", "/v1/delegations", """
                        {"intermediary": "%s", "scopes": ["PROGRAMS", "ENGAGEMENTS"],
                         "validFrom": "2026-04-01", "validUntil": "2099-03-31"}""".formatted(npo))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        assertAsPromised(
                await(Topic.REGISTRY_DELEGATION, revision(id, 1)), Topic.REGISTRY_DELEGATION, DelegationChanged.class);
        post("minamioguni", "/v1/delegations/" + id + "/revocation", "{}")
                .then()
                .statusCode(200);
        var revoked = await(Topic.REGISTRY_DELEGATION, revision(id, 2));
        assertThat(STRICT.readTree(revoked.value()).path("state").asText()).isEqualTo("REVOKED");
    }

    @Test
    void a_change_of_tier_is_told_as_promised() throws Exception {
        TestSchemes.put("minamioguni", "ct-tier", TestSchemes.scheme("OPEN", "会", """
                        {"tiers": [{"code": "regular", "name": "一般"},
                                   {"code": "gold", "name": "金", "rule": {"measure": "COUNT", "atLeast": 1}}],
                         "joining": {}}""", MINAMIOGUNI), null)
                .then()
                .statusCode(200);
        UUID person = register("sample-partner", somebody("riser", MINAMIOGUNI));
        String membership = post(
                        "sample-partner",
                        "/v1/schemes/ct-tier/memberships",
                        "{\"supporter\": \"%s\"}".formatted(person))
                .path("id");
        post(
                        "minamioguni",
                        "/v1/municipalities/434230/engagements",
                        engagement(person, "LEARNING", "2026-11-01", "tier-" + person))
                .then()
                .statusCode(201);
        var told = await(Topic.REGISTRY_TIER, record -> record.key().equals(membership));
        assertAsPromised(told, Topic.REGISTRY_TIER, TierChanged.class);
        assertThat(STRICT.readValue(told.value(), TierChanged.class).promoted()).isTrue();
    }

    @Test
    void what_accrues_is_told_as_promised() throws Exception {
        TestSchemes.put("minamioguni", "ct-card", TestSchemes.scheme("OPEN", "会", """
                        {"tiers": [{"code": "regular", "name": "一般"}], "joining": {}}""", MINAMIOGUNI), null)
                .then()
                .statusCode(200);
        post("minamioguni", "/v1/schemes/ct-card/accrual-rules", """
                        {"rate": 0.001, "validFrom": "2026-01-01",
                         "operators": ["00000000-0000-7000-8000-00000000b001"]}""").then().statusCode(201);
        UUID person = register("sample-partner", somebody("payer", MINAMIOGUNI));
        String number = post(
                        "sample-partner",
                        "/v1/schemes/ct-card/memberships",
                        "{\"supporter\": \"%s\"}".formatted(person))
                .path("number");
        post("sample-partner", "/v1/schemes/ct-card/payment-batches", """
                        {"payments": [{"transaction": "ct-1", "memberNumber": "%s", "amount": 15, "paidOn": "%s"}]}""".formatted(
                                number, LocalDate.now(JapanTime.ZONE)))
                .then()
                .statusCode(200);
        var told = await(Topic.REGISTRY_ACCRUAL, record -> record.key().startsWith("ct-card/"));
        assertAsPromised(told, Topic.REGISTRY_ACCRUAL, AccrualChanged.class);
        assertThat(STRICT.readValue(told.value(), AccrualChanged.class).accrued())
                .isEqualByComparingTo("0.015");
    }

    @Test
    void a_supporter_is_told_as_promised_by_the_entity_and_by_the_set_based_path_alike() throws Exception {
        UUID id = register("sample-partner", somebody("told", MINAMIOGUNI));
        var byEntity = await(Topic.REGISTRY_SUPPORTER, revision(id, 1));
        assertAsPromised(byEntity, Topic.REGISTRY_SUPPORTER, SupporterChanged.class);
        assertThat(STRICT.readTree(stateInDatabase("supporter_state", id)))
                .isEqualTo(STRICT.readTree(byEntity.value()));

        post(
                        "minamioguni",
                        "/v1/municipalities/434230/engagements",
                        engagement(id, "LEARNING", "2026-11-01", "c-" + id))
                .then()
                .statusCode(201);
        var bySet = await(Topic.REGISTRY_SUPPORTER, revision(id, 2));
        assertAsPromised(bySet, Topic.REGISTRY_SUPPORTER, SupporterChanged.class);
        assertThat(STRICT.readTree(bySet.value()).at("/ties/0/stage").asText()).isEqualTo("WARM");
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
        await(Topic.REGISTRY_SUPPORTER, record -> record.key().equals(id.toString()) && record.value() == null);
        List<String> told = topics.all(prefix + Topic.REGISTRY_SUPPORTER.value()).stream()
                .filter(record -> record.key().equals(id.toString()))
                .map(ConsumerRecord::value)
                .toList();
        assertThat(told).hasSize(3).last().isNull();
        SupporterChanged last = STRICT.readValue(told.get(1), SupporterChanged.class);
        assertThat(last.state()).isEqualTo(SupporterChanged.State.REMOVED);
        assertThat(last.revision()).isEqualTo(2);
        assertThat(last.subjectKey())
                .isNotEqualTo(
                        STRICT.readTree(told.getFirst()).path("subjectKey").asText());
    }

    @Test
    void an_engagement_is_told_as_promised_and_again_when_it_is_decided() throws Exception {
        UUID id = register("sample-partner", somebody("doer", MINAMIOGUNI));
        String engagement = post(
                        "minamioguni",
                        "/v1/municipalities/434230/engagements",
                        engagement(id, "VOLUNTEERING", "2026-11-01", "d-" + id))
                .path("id");
        var told = await(Topic.REGISTRY_ENGAGEMENT, record -> record.value().contains(engagement));
        assertAsPromised(told, Topic.REGISTRY_ENGAGEMENT, EngagementRecorded.class);
        assertThat(told.key()).isEqualTo(id.toString());
        assertThat(STRICT.readTree(stateInDatabase("engagement_state", UUID.fromString(engagement))))
                .isEqualTo(STRICT.readTree(told.value()));
        TestApi.patching("minamioguni")
                .header("If-Match", "\"1\"")
                .body("""
                        {"status": "REJECTED"}""")
                .patch("/v1/municipalities/434230/engagements/" + engagement)
                .then()
                .statusCode(200);
        await(
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
        var told = await(Topic.REGISTRY_MEMBERSHIP, revision(id, 1));
        assertAsPromised(told, Topic.REGISTRY_MEMBERSHIP, MembershipChanged.class);
        assertThat(STRICT.readTree(stateInDatabase("membership_state", id))).isEqualTo(STRICT.readTree(told.value()));

        String supporter = STRICT.readTree(told.value()).path("supporter").asText();
        as("minamioguni")
                .header("If-Match", "*")
                .delete("/v1/supporters/" + supporter)
                .then()
                .statusCode(204);
        await(Topic.REGISTRY_MEMBERSHIP, record -> record.key().equals(id.toString()) && record.value() == null);
        var last = await(Topic.REGISTRY_MEMBERSHIP, revision(id, 2));
        assertAsPromised(last, Topic.REGISTRY_MEMBERSHIP, MembershipChanged.class);
        assertThat(STRICT.readTree(stateInDatabase("membership_state", id))).isEqualTo(STRICT.readTree(last.value()));
        assertThat(STRICT.readTree(last.value()).path("endedBecause").asText()).isEqualTo("ERASED");
        assertThat(database.createNativeQuery("select number from membership where id = :id")
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .isNull();
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
        var given =
                await(Topic.REGISTRY_CONSENT, hers.and(record -> record.value().contains("GIVEN")));
        assertAsPromised(given, Topic.REGISTRY_CONSENT, ConsentChanged.class);
        Hanako.leaves();
        var over =
                await(Topic.REGISTRY_CONSENT, hers.and(record -> record.value().contains("WITHDRAWN")));
        assertAsPromised(over, Topic.REGISTRY_CONSENT, ConsentChanged.class);
        assertThat(STRICT.readTree(over.value()).path("revision").asInt()).isEqualTo(revision + 1);
    }

    @Test
    void what_a_campaign_came_to_is_told_as_promised_and_names_nobody() throws Exception {
        register("kashiwazaki", somebody("reader-of-the-contract", TestApi.KASHIWAZAKI));
        String campaigns = "/v1/municipalities/152056/campaigns";
        String id = post("kashiwazaki", campaigns, """
                        {"subject": "便り", "body": "雪です。", "segment": {"skill": "契約を読むこと"}}""").path("id");
        post("kashiwazaki", campaigns + "/" + id + "/schedule", "{}").then().statusCode(200);
        var told = await(Topic.REGISTRY_DELIVERY, record -> record.key().equals(id));
        assertAsPromised(told, Topic.REGISTRY_DELIVERY, DeliveryCounted.class);
        DeliveryCounted counted = STRICT.readValue(told.value(), DeliveryCounted.class);
        assertThat(counted.sent()).isZero();
        assertThat(counted.municipality()).isEqualTo("152056");
    }

    private void assertAsPromised(ConsumerRecord<String, String> told, Topic topic, Class<? extends Event> type)
            throws Exception {
        Event event = STRICT.readValue(told.value(), type);
        JsonNode body = STRICT.readTree(told.value());
        assertThat(members(body, "")).isEqualTo(members(STRICT.readTree(Examples.of(topic)), ""));
        assertThat(STRICT.readTree(STRICT.writeValueAsString(event))).isEqualTo(body);
        assertThat(Topics.header(told, "ce_type")).hasValue(event.type());
        assertThat(Topics.header(told, "ce_subject")).hasValue(told.key());
    }

    /** The pointers of all members, lists by their first item. */
    private static TreeSet<String> members(JsonNode node, String at) {
        TreeSet<String> members = new TreeSet<>();
        node.properties().forEach(member -> {
            members.add(at + "/" + member.getKey());
            members.addAll(members(member.getValue(), at + "/" + member.getKey()));
        });
        if (node.isArray() && node.path(0).isObject()) {
            members.addAll(members(node.path(0), at + "/0"));
        }
        return members;
    }

    private static Predicate<ConsumerRecord<String, String>> revision(UUID id, int revision) {
        return record -> record.key().equals(id.toString())
                && record.value() != null
                && record.value().replace(" ", "").contains("\"revision\":" + revision + ",");
    }

    private ConsumerRecord<String, String> await(Topic topic, Predicate<ConsumerRecord<String, String>> wanted) {
        return topics.await(prefix + topic.value(), wanted);
    }

    private String stateInDatabase(String view, UUID id) {
        return (String) database.createNativeQuery("select cast(body as text) from " + view + " where id = :id")
                .setParameter("id", id)
                .getSingleResult();
    }
}
