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

/** Two rows or more for each list that comes from the ledger; 花子 must be registered. */
@ApplicationScoped
class ManyLedgerRows {

    private static final String TOWN = "/v1/municipalities/212172";
    private static final List<UUID> PROGRAMS = List.of(new UUID(7, 1), new UUID(7, 2));

    private final EntityManager database;

    ManyLedgerRows(EntityManager database) {
        this.database = database;
    }

    EveryOperation in(EveryOperation walk) {
        UUID hanako = UUID.fromString(asHanako().get("/v1/me").path("id"));
        List<UUID> people = Stream.of("ledger-a", "ledger-b")
                .map(name -> register("hida", somebody(name, "212172")))
                .toList();
        money(people);
        Stream.concat(people.stream(), Stream.of(hanako)).forEach(this::tookPart);
        for (UUID program : PROGRAMS) {
            as("hida")
                    .body("{\"name\": \"認定\", \"program\": \"%s\"}".formatted(program))
                    .put(TOWN + "/certifications/many-" + program.getLeastSignificantBits())
                    .then()
                    .statusCode(200);
        }
        return walk.list("listFundEntries", TOWN + "/funds/many-1/entries")
                .list("listProjectMembers", TOWN + "/donation-projects/many-1/members")
                .list("listAlumni", TOWN + "/programs/" + PROGRAMS.getFirst() + "/alumni")
                .list("listShareLinks", shared(people.getFirst()))
                .list("listAccrualRules", rules());
    }

    private static void money(List<UUID> people) {
        for (int i = 0; i < 2; i++) {
            as("hida")
                    .body("{\"name\": \"基金\"}")
                    .put(TOWN + "/funds/many-" + i)
                    .then()
                    .statusCode(200);
            as("hida")
                    .body("{\"name\": \"棚田\", \"state\": \"OPEN\", \"fund\": \"many-" + i + "\"}")
                    .put(TOWN + "/donation-projects/many-" + i)
                    .then()
                    .statusCode(200);
            UUID person = people.get(i);
            post("hida", TOWN + "/subscriptions", """
                            {"supporter": "%1$s", "kind": "PRODUCE", "yen": 3000, "every": "YEAR", "startedOn": "2026-04-01",
                             "sourceTransaction": "%1$s"}""".formatted(person)).then().statusCode(201);
        }
        for (UUID person : people) {
            post("hida", TOWN + "/funds/many-1/entries", """
                            {"direction": "IN", "yen": 1, "bookedOn": "2026-04-01", "sourceTransaction": "%s"}""".formatted(person))
                    .then()
                    .statusCode(201);
            post("hida", TOWN + "/donation-projects/many-1/members", "{\"supporter\": \"%s\"}".formatted(person))
                    .then()
                    .statusCode(204);
        }
    }

    private void tookPart(UUID person) {
        for (UUID program : PROGRAMS) {
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery("""
                            insert into engagement (supporter, municipality, activity, occurred_on, status, program, source_system,
                                                    source_transaction)
                            values (:person, '212172', 'LEARNING', date '2026-11-01', 'ATTESTED', :program, 'participation',
                                    cast(uuidv7() as text))""")
                            .setParameter("person", person)
                            .setParameter("program", program)
                            .executeUpdate());
        }
    }

    /** The links of a new member. */
    private static String shared(UUID person) {
        String links = "/v1/schemes/many-one/memberships/"
                + post("hida", "/v1/schemes/many-one/memberships", "{\"supporter\": \"%s\"}".formatted(person))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id")
                + "/share-links";
        PROGRAMS.forEach(program -> post("hida", links, "{\"program\": \"%s\"}".formatted(program)));
        return links;
    }

    private static String rules() {
        String rules = "/v1/schemes/many-one/accrual-rules";
        for (String from : List.of("2026-04-01", "2099-04-01")) {
            post("hida", rules, """
                            {"rate": 0.001, "operators": ["00000000-0000-7000-8000-00000000b001"], "validFrom": "%s"}""".formatted(from)).then().statusCode(201);
        }
        return rules;
    }
}
