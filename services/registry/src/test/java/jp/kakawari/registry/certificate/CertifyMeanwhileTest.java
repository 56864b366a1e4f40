package jp.kakawari.registry.certificate;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.engagement.ProgramsDone;
import org.junit.jupiter.api.Test;

/** Whoever takes part while the town states what it certifies is certified, whichever of the two commits first. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class CertifyMeanwhileTest {

    private static final String TOWN = "/v1/municipalities/" + KASHIWAZAKI;

    @Inject
    EntityManager database;

    @Inject
    Event<ProgramsDone> programs;

    @Inject
    Certificates certificates;

    @Inject
    Ledger ledger;

    @Inject
    Traces traces;

    private final UUID program = UUID.randomUUID();
    private final String code = "cm-" + UUID.randomUUID();

    @Test
    void an_entry_that_is_not_committed_when_the_certification_is_stated() {
        mustBeCertifiedThoughStatedMeanwhile(person());
    }

    @Test
    void a_certification_that_is_not_committed_when_somebody_takes_part() {
        UUID person = person();
        var entered = QuarkusTransaction.requiringNew().call(() -> {
            certificates.holdPrograms(KASHIWAZAKI);
            certificates.add(KASHIWAZAKI, code, new CertificationRequest("おむすびと", program, 1), Instant.now());
            certificates.follow(KASHIWAZAKI, code, LocalDate.now());
            var entering = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> takesPart(person)));
            await(() -> entering.isDone() || somebodyWaits());
            return entering;
        });
        entered.join();
        assertThat(holders()).containsExactly(person.toString());
    }

    @Test
    void an_entry_while_a_certification_turns_to_its_program() {
        as("kashiwazaki").body(body(UUID.randomUUID())).put(path()).then().statusCode(200);
        mustBeCertifiedThoughStatedMeanwhile(person());
    }

    @Test
    void a_certification_for_somebody_who_takes_part_again_meanwhile() {
        UUID person = person();
        QuarkusTransaction.requiringNew().run(() -> takesPart(person));
        var entered = QuarkusTransaction.requiringNew().call(() -> {
            certificates.holdPrograms(KASHIWAZAKI);
            var entering = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        ledger.hold(List.of(person));
                        takesPart(person);
                    }));
            await(() -> entering.isDone() || somebodyWaits());
            certificates.add(KASHIWAZAKI, code, new CertificationRequest("おむすびと", program, 1), Instant.now());
            certificates.follow(KASHIWAZAKI, code, LocalDate.now());
            return entering;
        });
        entered.join();
        assertThat(holders()).containsExactly(person.toString());
    }

    @Test
    void who_takes_part_does_not_wait_for_another_town_where_they_did_before() {
        UUID person = person();
        QuarkusTransaction.requiringNew().run(() -> takesPart(person, MINAMIOGUNI));
        assertThat(state().statusCode()).isEqualTo(200);
        QuarkusTransaction.requiringNew().run(() -> {
            certificates.holdPrograms(MINAMIOGUNI);
            var entering = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> takesPart(person)));
            await(() -> entering.isDone() || somebodyWaits());
            assertThat(entering).isCompleted();
        });
        assertThat(holders()).containsExactly(person.toString());
    }

    private void mustBeCertifiedThoughStatedMeanwhile(UUID person) {
        var stated = QuarkusTransaction.requiringNew().call(() -> {
            takesPart(person);
            var stating = CompletableFuture.supplyAsync(this::state);
            await(() -> stating.isDone() || somebodyWaits());
            return stating;
        });
        assertThat(stated.join().statusCode()).isEqualTo(200);
        assertThat(holders()).containsExactly(person.toString());
    }

    private void takesPart(UUID person) {
        takesPart(person, KASHIWAZAKI);
    }

    /** As it is entered: written, and told in the transaction that writes it. */
    private void takesPart(UUID person, String municipality) {
        database.createNativeQuery("""
                        insert into engagement (municipality, supporter, activity, occurred_on, program, status, source_system,
                                                source_transaction)
                        values (:municipality, :person, 'LEARNING', current_date, :program, 'ATTESTED', 'matching', :transaction)
                        """)
                .setParameter("municipality", municipality)
                .setParameter("person", person)
                .setParameter("program", program)
                .setParameter("transaction", UUID.randomUUID().toString())
                .executeUpdate();
        programs.fire(new ProgramsDone(Set.of(person), Set.of(municipality)));
    }

    private Response state() {
        return as("kashiwazaki").header("If-Match", "*").body(body(program)).put(path());
    }

    private String path() {
        return TOWN + "/certifications/" + code;
    }

    private static String body(UUID program) {
        return "{\"name\": \"おむすびと\", \"program\": \"%s\", \"times\": 1}".formatted(program);
    }

    private boolean somebodyWaits() {
        try {
            return !traces.query("""
                            select pid::text from pg_locks
                            where not granted and locktype = 'advisory'
                              and database = (select oid from pg_database where datname = current_database())""").isEmpty();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<String> holders() {
        return as("kashiwazaki")
                .get(TOWN + "/certificates?certification=" + code)
                .path("items.supporter");
    }

    private static UUID person() {
        return register("sample-partner", somebody("cm-" + UUID.randomUUID(), KASHIWAZAKI));
    }
}
