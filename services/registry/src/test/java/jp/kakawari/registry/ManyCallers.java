package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;

import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.openapi.EveryOperation;
import jp.kakawari.registry.consent.Hanako;

/**
 * Two rows of whatever others than 飛騨市 may list: the secretariat, a prefecture, an intermediary with a delegation, a partner
 * and 花子, once she is a member.
 */
final class ManyCallers {

    private static final String TOWN = "/v1/municipalities/212172";
    private static final String GIFU = "00000000-0000-7000-8000-000000210005";
    private static final String SECRETARIAT = "00000000-0000-7000-8000-000000000001";
    private static final List<String> CLIENTS = List.of("secretariat", "gifu", "sample-intermediary", "sample-partner");

    private ManyCallers() {}

    static EveryOperation in(EveryOperation walk) {
        members();
        CLIENTS.forEach(client -> walk.list("listWebhookDeliveries", notified(client)));
        for (String client : List.of("gifu", "sample-partner")) {
            ManyDeeds.delegation(client);
            ManyDeeds.delegation(client);
        }
        ofHanako(walk);
        ofPartner(walk);
        walk.list("listReferrals", referred());
        consented(walk, "sample-partner", Hanako.PARTNER);
        consented(walk, "sample-intermediary", ManyDeeds.INTERMEDIARY);
        delegated();
        return walk.list("readAccruals", "/v1/schemes/many-one/accruals")
                .list("countSupportersOfParties", shared() + "/supporter-counts");
    }

    /** What 飛騨市 delegated it takes back. */
    static void leave() {
        List<String> delegations = as("hida").get("/v1/delegations?limit=200").path("items.id");
        delegations.forEach(id -> post("hida", "/v1/delegations/" + id + "/revocation", "{}"));
    }

    /** All of them in one group. */
    private static void members() {
        TestMembers.government("210005");
        member(SECRETARIAT, "NPO", "事務局");
        member(Hanako.PARTNER, "COMPANY", "見本アプリ");
        for (String id : List.of(GIFU, SECRETARIAT, Hanako.PARTNER, ManyDeeds.INTERMEDIARY)) {
            as("secretariat")
                    .header("If-Match", "*")
                    .body("{\"memberClass\": \"REGULAR\", \"role\": \"MEMBER\"}")
                    .put("/v1/groups/many-board/members/" + id)
                    .then()
                    .statusCode(204);
        }
    }

    private static void member(String id, String kind, String name) {
        as("secretariat")
                .body("{\"state\": \"ACTIVE\", \"kind\": \"%s\", \"name\": \"%s\"}".formatted(kind, name))
                .put("/v1/organizations/" + id)
                .then()
                .statusCode(200);
    }

    private static String notified(String client) {
        String webhook = "";
        for (int number = 0; number < 2; number++) {
            webhook = "/v1/webhooks/"
                    + post(client, "/v1/webhooks", """
                                    {"url": "http://127.0.0.1:9/hook",
                                     "eventTypes": ["jp.kakawari.catalog.program-changed.v1"]}""")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("webhook.id");
            post(client, webhook + "/test", "{}").then().statusCode(202);
        }
        post(client, webhook + "/test", "{}").then().statusCode(202);
        return webhook + "/deliveries";
    }

    private static void ofHanako(EveryOperation walk) {
        String id = asHanako().get("/v1/me/memberships").path("items.find { it.scheme == 'many-one' }.id");
        membership(walk, "/v1/schemes/many-one/memberships/" + id);
    }

    private static void ofPartner(EveryOperation walk) {
        UUID person = tied();
        membership(
                walk,
                "/v1/schemes/many-one/memberships/"
                        + post(
                                        "sample-partner",
                                        "/v1/schemes/many-one/memberships",
                                        "{\"supporter\": \"%s\"}".formatted(person))
                                .then()
                                .statusCode(201)
                                .extract()
                                .path("id"));
    }

    /** Two cards, two links, and a change of its tier. */
    private static void membership(EveryOperation walk, String membership) {
        post("hida", membership + "/tier", "{\"tier\": \"gold\", \"reason\": \"CONTRIBUTION\"}")
                .then()
                .statusCode(200);
        for (int number = 1; number <= 2; number++) {
            post("hida", membership + "/credentials", "{}").then().statusCode(201);
            post("hida", membership + "/share-links", "{\"program\": \"%s\"}".formatted(new UUID(7, number)))
                    .then()
                    .statusCode(200);
        }
        walk.list("listMembershipHistory", membership + "/history")
                .list("listCredentials", membership + "/credentials")
                .list("listShareLinks", membership + "/share-links");
    }

    private static String referred() {
        String referrals = "/v1/contact-points/" + TestMembers.desk("gifu") + "/referrals";
        for (String day : List.of("2026-11-03", "2026-11-04")) {
            post("gifu", referrals, "{\"referredOn\": \"%s\", \"people\": 2}".formatted(day))
                    .then()
                    .statusCode(200);
        }
        return referrals;
    }

    /** Two people whom the partner registered let it know of them, and it looked. */
    private static void consented(EveryOperation walk, String client, String organization) {
        String recipient = "/v1/recipients/" + organization;
        int terms = Hanako.terms(client, organization, "PROVISION", "\"NAME\", \"PROFILE\"");
        for (int number = 0; number < 2; number++) {
            as("sample-partner")
                    .header("If-Match", "*")
                    .body("{\"state\": \"GIVEN\", \"terms\": %d, \"through\": \"PAPER\"}".formatted(terms))
                    .put("/v1/supporters/" + tied() + "/consents/" + organization + "/PROVISION")
                    .then()
                    .statusCode(200);
        }
        as(client).get(recipient + "/supporters").then().statusCode(200);
        walk.list("listConsentedSupporters", recipient + "/supporters")
                .list("listProvisions", recipient + "/provisions");
    }

    private static UUID tied() {
        return register("sample-partner", """
                {"profile": {"nickname": "見本", "phone": "0577-73-1111"}, "ties": [{"municipality": "212172"}]}""");
    }

    private static void delegated() {
        String delegation = "/v1/delegations/"
                + post("hida", "/v1/delegations", """
                                {"intermediary": "%s", "scopes": ["PROGRAMS", "SUPPORTERS_READ", "ENGAGEMENTS"],
                                 "validFrom": "2026-04-01"}""".formatted(ManyDeeds.INTERMEDIARY))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        post("sample-intermediary", delegation + "/acceptance", "{}").then().statusCode(200);
        as("sample-intermediary").get(TOWN + "/supporters").then().statusCode(200);
    }

    /** An agreement of all who may conclude one, who share how many support them. */
    private static String shared() {
        String agreement = "/v1/agreements/"
                + post("hida", "/v1/agreements", """
                                {"type": "MUTUAL_SUPPORT", "name": "応援協定", "shares": ["SUPPORTER_COUNTS"],
                                 "parties": ["00000000-0000-7000-8000-000000212172", "%s", "%s", "%s"],
                                 "validFrom": "2026-04-01"}""".formatted(GIFU, Hanako.PARTNER, ManyDeeds.INTERMEDIARY))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        for (String party : List.of("gifu", "sample-partner", "sample-intermediary")) {
            post(party, agreement + "/acceptance", "{}").then().statusCode(200);
        }
        return agreement;
    }
}
