package jp.kakawari.registry.supporter;

import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.web.JapanTime;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class RefreshAgeBandsTest {

    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);

    @Inject
    RefreshAgeBands bands;

    @Inject
    EntityManager database;

    @Test
    void who_has_come_into_the_next_band_is_told_once_and_nobody_else() {
        UUID forty = born(TODAY.withDayOfMonth(1).minusYears(40));
        UUID thirtyNine = born(TODAY.minusYears(40).plusDays(1));
        UUID unknown = register("sample-partner", "{\"profile\": {\"nickname\": \"誰か\", \"phone\": \"0967-42-1111\"}}");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update supporter set age_band = '30s' where id = :id")
                        .setParameter("id", forty)
                        .executeUpdate());

        bands.refresh();
        bands.refresh();

        assertThat(state(forty)).isEqualTo("2 40s");
        assertThat(state(thirtyNine)).isEqualTo("1 30s");
        assertThat(state(unknown)).isEqualTo("1 ");
    }

    private UUID born(LocalDate birthDate) {
        return register(
                "sample-partner",
                "{\"profile\": {\"nickname\": \"誰か\", \"phone\": \"0967-42-1111\", \"birthDate\": \"" + birthDate
                        + "\"}}");
    }

    private Object state(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select revision || ' ' || coalesce(age_band, '') from supporter where id = :id")
                        .setParameter("id", id)
                        .getSingleResult());
    }
}
