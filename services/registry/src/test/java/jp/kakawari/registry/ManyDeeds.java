package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;

import java.util.UUID;
import jp.kakawari.embedded.openapi.EveryOperation;

/** What 飛騨市 delegated, wrote on a board, said of a ladder and issued: two of each, so that lists show what many cost. */
final class ManyDeeds {

    static final String INTERMEDIARY = "00000000-0000-7000-8000-00000000a001";

    private static final String HIDA = "/v1/municipalities/212172";

    private ManyDeeds() {}

    static EveryOperation in(EveryOperation walk) {
        theIntermediaryIsAMember();
        for (int number = 0; number < 2; number++) {
            delegation("hida");
        }
        String threads = "/v1/groups/many-board/threads";
        String thread = thread(threads);
        String post = thread + "/posts/" + as("hida").get(thread + "/posts").path("items[0].id");
        for (String text : new String[] {"二度目", "三度目"}) {
            as("hida")
                    .header("If-Match", "*")
                    .body("{\"text\": \"%s\"}".formatted(text))
                    .put(post)
                    .then()
                    .statusCode(200);
        }
        climb();
        return walk.list("listBoardThreads", threads)
                .list("listBoardPosts", thread + "/posts")
                .list("listBoardPostEdits", post + "/edits")
                .list("listCredentials", cards());
    }

    static void theIntermediaryIsAMember() {
        as("secretariat")
                .body("""
                        {"state": "ACTIVE", "kind": "INTERMEDIARY", "name": "中間支援の会"}""")
                .put("/v1/organizations/" + INTERMEDIARY)
                .then()
                .statusCode(200);
    }

    /** The address of a delegation of that town. */
    static String delegation(String town) {
        return "/v1/delegations/"
                + post(town, "/v1/delegations", """
                                {"intermediary": "%s", "scopes": ["PROGRAMS"], "validFrom": "2026-04-01"}
                                """.formatted(INTERMEDIARY))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static String thread(String threads) {
        String hida = TestMembers.government("212172");
        TestMembers.group("many-board", "NETWORK", hida);
        as("secretariat")
                .header("If-Match", "*")
                .body("{\"memberClass\": \"GOVERNMENT\", \"role\": \"CHAIR\"}")
                .put("/v1/groups/many-board/members/" + hida)
                .then()
                .statusCode(204);
        String thread = "";
        for (int number = 0; number < 2; number++) {
            thread = threads + "/"
                    + post("hida", threads, "{\"title\": \"話題\", \"text\": \"一度目\"}")
                            .path("id");
        }
        post("hida", thread + "/posts", "{\"text\": \"返事\"}").then().statusCode(201);
        return thread;
    }

    private static void climb() {
        as("hida")
                .header("If-Match", "*")
                .body("{\"steps\": [{\"code\": \"one\", \"name\": \"一\"}, {\"code\": \"two\", \"name\": \"二\"}]}")
                .put(HIDA + "/ladder")
                .then()
                .statusCode(200);
        UUID person = register("hida", somebody("many-climber", "212172"));
        for (String step : new String[] {"one", "two"}) {
            post("hida", HIDA + "/ladder/moves", """
                            {"supporter": "%s", "step": "%s", "movedOn": "2026-11-01"}
                            """.formatted(person, step))
                    .then()
                    .statusCode(201);
        }
    }

    private static String cards() {
        TestSchemes.open("hida", "many-cards", "証の会", "212172");
        UUID person = register("hida", somebody("many-cards", "212172"));
        String cards = "/v1/schemes/many-cards/memberships/"
                + post("hida", "/v1/schemes/many-cards/memberships", "{\"supporter\": \"%s\"}".formatted(person))
                        .<String>path("id")
                + "/credentials";
        for (int number = 0; number < 2; number++) {
            post("hida", cards, "{}").then().statusCode(201);
        }
        return cards;
    }
}
