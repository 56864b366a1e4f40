package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.embedded.openapi.EveryOperation;
import jp.kakawari.embedded.openapi.EveryResource;
import jp.kakawari.embedded.openapi.OpenApiDrift;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class OperationsTest {

    @TestHTTPResource("/")
    URI service;

    @Inject
    ManyRows many;

    @Inject
    ManyLedgerRows ledger;

    @AfterEach
    void hanako_leaves() {
        ManyCallers.leave();
        many.leave();
    }

    @Test
    void every_operation_is_described_and_guarded() {
        UUID somebody = TestApi.register("minamioguni", """
                {"profile": {"nickname": "foreign", "phone": "0967-42-1111"}}""");
        String npo = TestMembers.active("NPO", "よその会");
        TestMembers.group("op-group", "NETWORK", npo);
        String desk = TestMembers.desk("minamioguni");
        String group = "/v1/groups/op-group";
        String webhook = "/v1/webhooks/"
                + TestApi.post("minamioguni", "/v1/webhooks", """
                        {"url": "https://example.org/hook", "eventTypes": ["jp.kakawari.catalog.program-changed.v1"],
                         "paused": true}""")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("webhook.id");
        String agreement = "/v1/agreements/"
                + TestApi.post("iga", "/v1/agreements", """
                        {"type": "COOPERATION", "name": "連携協約", "shares": [], "validFrom": "2026-04-01",
                         "parties": ["00000000-0000-7000-8000-000000242161", "00000000-0000-7000-8000-000000152056"]}""")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        TestSchemes.open("minamioguni", "op-foreign", "南小国町応援団", TestApi.MINAMIOGUNI);
        String membership = "/v1/schemes/op-foreign/memberships/"
                + TestApi.post(
                                "minamioguni",
                                "/v1/schemes/op-foreign/memberships",
                                "{\"supporter\": \"%s\"}".formatted(somebody))
                        .<String>path("id");
        String card =
                TestApi.post("minamioguni", membership + "/credentials", "{}").path("id");
        as("secretariat")
                .header("If-Match", "\"1\"")
                .body("{\"members\": [{\"organization\": \"%s\", \"memberClass\": \"REGULAR\"}]}".formatted(npo))
                .put(group + "/members")
                .then()
                .statusCode(204);
        String thread = group + "/threads/0198c0de-0000-7000-8000-000000000001";
        String boardPost = thread + "/posts/0198c0de-0000-7000-8000-000000000001";
        ManyDeeds.theIntermediaryIsAMember();
        String delegation = ManyDeeds.delegation("minamioguni");
        ManyCallers.in(ManyLetters.after(ledger.in(ManyDeeds.in(
                        many.in(EveryOperation.of(service, Parts.shared().tokens()))))))
                .isPublic(
                        "listOrganizations",
                        "listStagePolicies",
                        "readOrganization",
                        "applyForMembership",
                        "issueOrganizationClientSecret",
                        "registerOrganizationClientKeys",
                        "readMemberStatistics",
                        "listOfficers",
                        "readOfficer",
                        "listGroups",
                        "readGroup",
                        "listGroupMembers",
                        "listContactPoints",
                        "readContactPoint",
                        "readDeskSurvey",
                        "listDeskAnswers",
                        "listMunicipalities",
                        "readMunicipality",
                        "listSchemes",
                        "readScheme",
                        "listAgreements",
                        "readAgreement",
                        "listConsentTerms",
                        "readConsentTerms",
                        "readCodeList",
                        "verifyCredential",
                        "followShareLink",
                        "readKeySet",
                        "showUnsubscription",
                        "unsubscribe",
                        "listAnnouncements",
                        "readAnnouncement",
                        "followAnnouncements",
                        "followOwnAnnouncements",
                        "readDigest",
                        "listOpinionTopics",
                        "readQuestionnaire",
                        "answerSurvey",
                        "answerSurveyByForm")
                .foreign("putScheme", "/v1/schemes/op-foreign")
                .foreign("writeOrganizationProfile", "/v1/organizations/" + npo + "/profile")
                .foreign("leaveAsOrganization", "/v1/organizations/" + npo + "/departure")
                .foreign("readOrganizationClient", "/v1/organizations/" + npo + "/client")
                .foreign("putGroup", group)
                .foreign("dissolveGroup", group + "/dissolution")
                .foreign("restoreGroup", group + "/restoration")
                .foreign("replaceGroupMembers", group + "/members")
                .foreign("putGroupMember", group + "/members/" + npo)
                .foreign("removeGroupMember", group + "/members/" + npo)
                .foreign("stateContactPoint", "/v1/contact-points/" + desk)
                .foreign("recordReferral", "/v1/contact-points/" + desk + "/referrals")
                .foreign("listReferrals", "/v1/contact-points/" + desk + "/referrals")
                .foreign(
                        "takeBackReferral",
                        "/v1/contact-points/" + desk + "/referrals/" + UUID.randomUUID() + "/withdrawal")
                .foreign("answerDeskSurvey", "/v1/desk-surveys/desks-2020/answers/194425")
                .foreign("readSchemeStatistics", "/v1/schemes/op-foreign/statistics")
                .foreign("joinScheme", "/v1/schemes/op-foreign/memberships")
                .foreign("handOverScheme", "/v1/schemes/op-foreign/hand-over")
                .foreign("closeScheme", "/v1/schemes/op-foreign/closure")
                .foreign("readSchemeMembership", membership)
                .foreign("listMembershipHistory", membership + "/history")
                .foreign("renewMembership", membership + "/renewal")
                .foreign("withdrawMembership", membership + "/withdrawal")
                .foreign("agreeToPolicy", membership + "/consent")
                .foreign("decideApplication", membership + "/decision")
                .foreign("placeMember", membership + "/tier")
                .foreign("listCredentials", membership + "/credentials")
                .foreign("issueCredential", membership + "/credentials")
                .foreign("revokeCredential", "/v1/credentials/" + card + "/revocation")
                .foreign("useCredential", "/v1/credentials/" + card + "/uses")
                .foreign("stampCredential", "/v1/credentials/" + card + "/stamps")
                .foreign("shareProgram", membership + "/share-links")
                .foreign("listShareLinks", membership + "/share-links")
                .foreign("bookPoints", membership + "/points")
                .foreign("readPoints", membership + "/points")
                .foreign("redeemReferral", membership + "/referrals")
                .foreign("readReferrals", membership + "/referrals")
                .foreign("listReferralCards", membership + "/referrals/cards")
                .foreign("takeBackReferralCard", membership + "/referrals/cards/" + UUID.randomUUID() + "/withdrawal")
                .foreign("addAccrualRule", "/v1/schemes/op-foreign/accrual-rules")
                .foreign("listAccrualRules", "/v1/schemes/op-foreign/accrual-rules")
                .foreign("readAccruals", "/v1/schemes/op-foreign/accruals")
                .foreign("readSupporter", "/v1/supporters/" + somebody)
                .foreign("correctSupporter", "/v1/supporters/" + somebody)
                .foreign("removeSupporter", "/v1/supporters/" + somebody)
                .foreign("withdrawGuardian", "/v1/supporters/" + somebody + "/guardian")
                .foreign("putConsentTerms", "/v1/recipients/434230/terms/MATCHING")
                .foreign("listConsentedSupporters", "/v1/recipients/434230/supporters")
                .foreign("readConsentedSupporter", "/v1/recipients/434230/supporters/" + somebody)
                .foreign("listProvisions", "/v1/recipients/434230/provisions")
                .foreign("readSupporterConsent", "/v1/supporters/" + somebody + "/consents/212172/MAIL")
                .foreign("recordSupporterConsent", "/v1/supporters/" + somebody + "/consents/212172/MAIL")
                .foreign("readWebhook", webhook)
                .foreign("replaceWebhook", webhook)
                .foreign("deleteWebhook", webhook)
                .foreign("renewWebhookSecret", webhook + "/secret")
                .foreign("testWebhook", webhook + "/test")
                .foreign("listWebhookDeliveries", webhook + "/deliveries")
                .foreign("replayFailedWebhookDeliveries", webhook + "/deliveries/replay")
                .foreign("openBoardThread", group + "/threads")
                .foreign("listBoardThreads", group + "/threads")
                .foreign("readBoardThread", thread)
                .foreign("closeBoardThread", thread + "/closure")
                .foreign("reopenBoardThread", thread + "/reopening")
                .foreign("writeBoardPost", thread + "/posts")
                .foreign("listBoardPosts", thread + "/posts")
                .foreign("readBoardPost", boardPost)
                .foreign("editBoardPost", boardPost)
                .foreign("withdrawBoardPost", boardPost)
                .foreign("listBoardPostEdits", boardPost + "/edits")
                .foreign("hideBoardPost", boardPost + "/hiding")
                .foreign("showBoardPost", boardPost + "/showing")
                .foreign("readDelegation", delegation)
                .foreign("revokeDelegation", delegation + "/revocation")
                .foreign("acceptAgreement", agreement + "/acceptance")
                .foreign("endAgreement", agreement + "/end")
                .foreign("countSupportersOfParties", agreement + "/supporter-counts")
                .check();
    }

    @Test
    void what_a_request_asks_of_the_database_is_counted() {
        TestApi.anonymously().get("/v1/organizations?limit=200").then().header("Test-Statements", "1");
        TestApi.anonymously()
                .get("/v1/organizations?limit=200&count=true")
                .then()
                .header("Test-Statements", "2");
    }

    @Test
    void whoever_reads_a_resource_is_told_what_they_may_do_with_it() {
        EveryResource.of(service)
                .shownBy("/v1/credentials/{id}", "/v1/schemes/{code}/memberships/{membership}/credentials")
                .shownBy("/v1/me/consents/{recipient}/{purpose}", "/v1/me/consents")
                .excuse(
                        "/v1/municipalities/{municipality}",
                        "a town of the national list: what is written below it are resources of their own")
                .excuse(
                        "/v1/municipalities/{municipality}/column-mapping",
                        "read and sent back in one shape, by its municipality alone, which may always replace it")
                .excuse(
                        "/v1/municipalities/{municipality}/disaster-calls/{event}",
                        "a word that campaigns share; each of them says what may be done with it")
                .excuse(
                        "/v1/survey-answers/{token}",
                        "a form: whoever has the letter may answer it, once, and do nothing else")
                .check();
    }

    @Test
    void the_committed_document_is_the_generated_one() {
        OpenApiDrift.check();
    }
}
