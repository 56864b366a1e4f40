package jp.kakawari.registry.engagement;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.engagement;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static jp.kakawari.registry.TestApi.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class RefreshStagesTest {

    @Inject
    RefreshStages refreshing;

    @Inject
    EntityManager database;

    @Test
    void a_stage_falls_when_what_it_rests_on_is_too_long_ago() {
        UUID id = register("sample-partner", somebody("fading", MINAMIOGUNI));
        String yesterday = LocalDate.now(JapanTime.ZONE).minusDays(1).toString();
        post("minamioguni", "/v1/municipalities/434230/engagements", engagement(id, "LEARNING", yesterday, "f-" + id))
                .then()
                .statusCode(201);
        assertTie(id, "WARM", 2);
        refreshing.refresh();
        assertTie(id, "WARM", 2);
        twoYearsPass(id);
        refreshing.refresh();
        assertTie(id, "CATCH", 3);
        refreshing.refresh();
        assertTie(id, "CATCH", 3);
    }

    @Test
    void nothing_is_said_of_who_was_removed_meanwhile() {
        UUID id = register("sample-partner", somebody("leaving", MINAMIOGUNI));
        String yesterday = LocalDate.now(JapanTime.ZONE).minusDays(1).toString();
        post("minamioguni", "/v1/municipalities/434230/engagements", engagement(id, "LEARNING", yesterday, "l-" + id))
                .then()
                .statusCode(201);
        as("sample-partner")
                .header("If-Match", "\"2\"")
                .delete("/v1/supporters/" + id)
                .then()
                .statusCode(204);
        twoYearsPass(id);
        refreshing.follow(List.of(id));
        Object revision = database.createNativeQuery("select revision from supporter where id = :id")
                .setParameter("id", id)
                .getSingleResult();
        assertThat(revision).isEqualTo(3L);
    }

    private void twoYearsPass(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("""
                        update engagement set occurred_on = occurred_on - interval '2 years' where supporter = :id""").setParameter("id", id).executeUpdate());
    }

    private static void assertTie(UUID id, String stage, int revision) {
        as("minamioguni")
                .get("/v1/municipalities/" + MINAMIOGUNI + "/supporters/" + id)
                .then()
                .body("tie.stage", equalTo(stage))
                .body("revision", equalTo(revision));
    }
}
