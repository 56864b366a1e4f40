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
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.registry.AccrualChanged;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.contracts.registry.DeliveryCounted;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.TierChanged;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.Test;

/** What goes out on Kafka about organisations and what they run is what libs/contracts promises. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class TellMembersAsPromisedTest {

    @Inject
    Promise promise;

    @Test
    void an_organization_is_told_as_promised() throws Exception {
        UUID id = UUID.randomUUID();
        as("secretariat").body("""
                        {"state": "ACTIVE", "kind": "COMPANY", "name": "かかわり商会"}""").put("/v1/organizations/" + id).then().statusCode(200);
        var told = promise.await(
                Topic.REGISTRY_ORGANIZATION, record -> record.key().equals(id.toString()));
        promise.isKeptBy(told, Topic.REGISTRY_ORGANIZATION, OrganizationChanged.class);
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
        promise.isKeptBy(
                promise.await(Topic.REGISTRY_DELEGATION, Promise.revision(id, 1)),
                Topic.REGISTRY_DELEGATION,
                DelegationChanged.class);
        post("minamioguni", "/v1/delegations/" + id + "/revocation", "{}")
                .then()
                .statusCode(200);
        var revoked = promise.await(Topic.REGISTRY_DELEGATION, Promise.revision(id, 2));
        assertThat(Promise.STRICT.readTree(revoked.value()).path("state").asText())
                .isEqualTo("REVOKED");
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
        var told = promise.await(Topic.REGISTRY_TIER, record -> record.key().equals(membership));
        promise.isKeptBy(told, Topic.REGISTRY_TIER, TierChanged.class);
        assertThat(Promise.STRICT.readValue(told.value(), TierChanged.class).promoted())
                .isTrue();
    }

    @Test
    void what_accrues_is_told_as_promised() throws Exception {
        TestSchemes.open("minamioguni", "ct-card", "会", MINAMIOGUNI);
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
        var told = promise.await(Topic.REGISTRY_ACCRUAL, record -> record.key().startsWith("ct-card/"));
        promise.isKeptBy(told, Topic.REGISTRY_ACCRUAL, AccrualChanged.class);
        assertThat(Promise.STRICT.readValue(told.value(), AccrualChanged.class).accrued())
                .isEqualByComparingTo("0.015");
    }

    @Test
    void what_a_campaign_came_to_is_told_as_promised_and_names_nobody() throws Exception {
        register("kashiwazaki", somebody("reader-of-the-contract", TestApi.KASHIWAZAKI));
        String campaigns = "/v1/municipalities/152056/campaigns";
        String id = post("kashiwazaki", campaigns, """
                        {"subject": "便り", "body": "雪です。", "segment": {"skill": "契約を読むこと"}}""").path("id");
        post("kashiwazaki", campaigns + "/" + id + "/schedule", "{}").then().statusCode(200);
        var told = promise.await(Topic.REGISTRY_DELIVERY, record -> record.key().equals(id));
        promise.isKeptBy(told, Topic.REGISTRY_DELIVERY, DeliveryCounted.class);
        DeliveryCounted counted = Promise.STRICT.readValue(told.value(), DeliveryCounted.class);
        assertThat(counted.sent()).isZero();
        assertThat(counted.municipality()).isEqualTo("152056");
    }
}
