package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.embedded.openapi.EveryOperation;
import jp.kakawari.registry.consent.Hanako;

/** Two rows or more for each list that 飛騨市, the operator, 花子 or anybody may see, so that it shows what many rows cost. */
@ApplicationScoped
class ManyRows {

    private static final String TOWN = "/v1/municipalities/212172";
    private static final List<String> SCHEMES = List.of("many-one", "many-two");

    private final EntityManager database;

    ManyRows(EntityManager database) {
        this.database = database;
    }

    EveryOperation in(EveryOperation walk) {
        List<UUID> people = Stream.of("many-a", "many-b", "many-c")
                .map(name -> register("hida", somebody(name, "212172")))
                .toList();
        organizations();
        sent();
        done(people);
        likened(people);
        String history = members(people);
        join();
        consented(people);
        return walk.list("listConsentedMembers", "/v1/schemes/many-one/members")
                .list("listDeskAnswers", "/v1/desk-surveys/many/answers")
                .list("listGroupMembers", "/v1/groups/many-one/members")
                .list("listMembershipHistory", history)
                .list("listReferrals", referred())
                .list("listReferralCards", redeemed(history))
                .list("listWebhookDeliveries", told());
    }

    /** 花子 is a member of two schemes and was read twice, until {@link #leave}. */
    private static void join() {
        asHanako().body("""
                        {"profile": {"nickname": "花子", "email": "hanako@example.jp"},
                         "ties": [{"municipality": "212172", "origins": ["FESTIVAL"], "mailConsent": true}]}""").put("/v1/me").then().statusCode(200);
        for (String scheme : SCHEMES) {
            asHanako()
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body("{\"supporter\": \"%s\"}"
                            .formatted(asHanako().get("/v1/me").<String>path("id")))
                    .post("/v1/schemes/" + scheme + "/memberships")
                    .then()
                    .statusCode(201);
            as("hida").get(TOWN + "/supporters").then().statusCode(200);
        }
    }

    /** Two members and 花子 let 飛騨市 know of them, and it looked twice. */
    private static void consented(List<UUID> people) {
        for (String purpose : List.of("MATCHING", "PROVISION")) {
            int terms = Hanako.terms("hida", "212172", purpose, "\"NAME\", \"PROFILE\"");
            for (UUID person : people.subList(0, 2)) {
                as("hida")
                        .header("If-Match", "*")
                        .body("""
                                {"state": "GIVEN", "terms": %d, "through": "PAPER"}""".formatted(terms))
                        .put("/v1/supporters/" + person + "/consents/212172/" + purpose)
                        .then()
                        .statusCode(200);
            }
            Hanako.gives("212172", purpose, terms).then().statusCode(200);
            as("hida")
                    .get("/v1/recipients/212172/supporters?purpose=" + purpose)
                    .then()
                    .statusCode(200);
        }
    }

    void leave() {
        var me = asHanako().get("/v1/me");
        if (me.statusCode() == 200) {
            asHanako()
                    .header("If-Match", me.header("ETag"))
                    .delete("/v1/supporters/" + me.<String>path("id"))
                    .then()
                    .statusCode(204);
        }
    }

    private static void organizations() {
        List<String> members = List.of(TestMembers.active("NPO", "見本の会一"), TestMembers.active("NPO", "見本の会二"));
        TestMembers.group("many-one", "NETWORK", members.getFirst());
        TestMembers.group("many-two", "NETWORK", members.getFirst());
        int revision = 1;
        for (String member : members) {
            as("secretariat")
                    .header("If-Match", "\"" + revision++ + "\"")
                    .body("{\"memberClass\": \"REGULAR\", \"role\": \"MEMBER\"}")
                    .put("/v1/groups/many-one/members/" + member)
                    .then()
                    .statusCode(204);
        }
        as("secretariat").body("""
                        {"title": "窓口の設置状況", "surveyedOn": "2020-04-01", "answers": [
                         {"government": "212172", "targets": []}, {"government": "194425", "targets": ["RELATION"]}]}""").put("/v1/desk-surveys/many").then().statusCode(200);
        for (String other : List.of("242161", "194425")) {
            String agreement = post("hida", "/v1/agreements", """
                            {"type": "COOPERATION", "name": "連携協約", "shares": [], "validFrom": "2026-04-01",
                             "parties": ["00000000-0000-7000-8000-000000%s", "00000000-0000-7000-8000-000000212172"]}""".formatted(other))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            post(other.equals("242161") ? "iga" : "kosuge", "/v1/agreements/" + agreement + "/acceptance", "{}")
                    .then()
                    .statusCode(200);
        }
        for (String role : List.of("AMBASSADOR", "GUIDE")) {
            post("hida", TOWN + "/officers", """
                            {"role": "%s", "name": "見本 花子", "termFrom": "2026-04-01"}""".formatted(role)).then().statusCode(201);
        }
    }

    private static void sent() {
        for (String number : List.of("MANY-1", "MANY-2")) {
            TestLists.sync("hida", "212172", "会員番号,氏名\n%1$s,見本 %1$s\n".formatted(number));
            TestLists.sync("engagement-syncs", "hida", "212172", """
                    取引番号,会員番号,日付,活動
                    %1$s,%1$s,2026-11-03,来店
                    """.formatted(number));
            TestLists.syncMemberships("hida", "212172", "制度,会員番号,会員証番号\n");
        }
    }

    private static void done(List<UUID> people) {
        for (UUID person : people) {
            post("hida", TOWN + "/engagements", TestApi.engagement(person, "LEARNING", "2026-11-01", "many-" + person))
                    .then()
                    .statusCode(201);
        }
    }

    /** What a desk of 飛騨市 recorded on two days. */
    private static String referred() {
        String referrals = "/v1/contact-points/" + TestMembers.desk("hida") + "/referrals";
        for (String day : List.of("2026-11-03", "2026-11-04")) {
            post("hida", referrals, "{\"referredOn\": \"%s\", \"people\": 2}".formatted(day))
                    .then()
                    .statusCode(200);
        }
        return referrals;
    }

    /** Two cards that came back for that member. */
    private static String redeemed(String history) {
        String referrals = history.replaceFirst("/history.*", "/referrals");
        for (String card : List.of("1", "2")) {
            post("hida", referrals, "{\"card\": \"many-%s-%s\"}".formatted(card, UUID.randomUUID()))
                    .then()
                    .statusCode(201);
        }
        return referrals + "/cards";
    }

    /** The history of somebody who became a member and whose tier was set by hand. */
    private static String members(List<UUID> people) {
        for (String scheme : SCHEMES) {
            TestSchemes.put(
                            "hida",
                            scheme,
                            TestSchemes.scheme(
                                    "OPEN",
                                    "見本の会",
                                    "{\"tiers\": [{\"code\": \"regular\", \"name\": \"一般\"},"
                                            + " {\"code\": \"gold\", \"name\": \"金\"}], \"joining\": {}}",
                                    "212172"),
                            null)
                    .then()
                    .statusCode(200);
        }
        String membership = "/v1/schemes/many-one/memberships/" + join(people.get(0));
        join(people.get(1));
        post("hida", membership + "/tier", """
                        {"tier": "gold", "reason": "CONTRIBUTION"}""").then().statusCode(200);
        return membership + "/history";
    }

    private static String join(UUID person) {
        return post("hida", "/v1/schemes/many-one/memberships", "{\"supporter\": \"%s\"}".formatted(person))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Deliveries to a receiver that nobody listens at. */
    private static String told() {
        String webhook = "";
        for (int i = 0; i < 2; i++) {
            webhook = "/v1/webhooks/"
                    + post("hida", "/v1/webhooks", """
                                    {"url": "http://127.0.0.1:9/hook",
                                     "eventTypes": ["jp.kakawari.catalog.program-changed.v1"]}""")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("webhook.id");
            post("hida", webhook + "/test", "{}").then().statusCode(202);
        }
        post("hida", webhook + "/test", "{}").then().statusCode(202);
        return webhook + "/deliveries";
    }

    /** Pairs that one town knows, and pairs across towns. */
    private void likened(List<UUID> people) {
        UUID elsewhere = register("iga", somebody("many-d", "242161"));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        insert into duplicate_candidate (a, b, confidence, reasons)
                        select least(one.id, other.id), greatest(one.id, other.id), 0.8, cast('{SAME_PHONE}' as text[])
                        from unnest(cast(:people as uuid[])) one (id), unnest(cast(:people as uuid[])) other (id)
                        where one.id < other.id
                        union all
                        select least(id, cast(:elsewhere as uuid)), greatest(id, cast(:elsewhere as uuid)), 0.8, cast('{SAME_PHONE}' as text[])
                        from unnest(cast(:people as uuid[])) one (id)""")
                        .setParameter("people", people.toArray(UUID[]::new))
                        .setParameter("elsewhere", elsewhere)
                        .executeUpdate());
    }
}
