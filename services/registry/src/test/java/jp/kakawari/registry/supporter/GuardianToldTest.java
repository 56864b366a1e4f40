package jp.kakawari.registry.supporter;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestLists;
import jp.kakawari.registry.Traces;
import jp.kakawari.web.JapanTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a guardian's consent is missing is told, and nothing more of the birth date (保護者の同意). */
@QuarkusTest
@WithTestResource(PartsResource.class)
class GuardianToldTest {

    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);
    private static final LocalDate LAST_MINOR_DAY = TODAY.minusYears(18).plusDays(1);
    private static final String GUARDIAN = """
            {"guardian": {"name": "保護 者", "relation": "PARENT", "contact": "0967-42-1111", "consents": true}}""";

    @Inject
    RefreshAgeBands ages;

    @Inject
    LookBackAtMinors minors;

    @Inject
    Traces traces;

    @Inject
    EntityManager database;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    @Test
    void it_is_missing_until_somebody_consents_and_again_when_they_take_it_back() throws SQLException {
        UUID minor = born(LAST_MINOR_DAY);
        assertThat(told(minor)).isEqualTo("1 true");
        correct(minor, GUARDIAN);
        assertThat(told(minor)).isEqualTo("2 false");
        withdraw("sample-partner", minor, "\"1\"").then().statusCode(412);
        withdraw("other-partner", minor, "*").then().statusCode(404);
        withdraw("sample-partner", minor, "\"2\"").then().statusCode(204).header("ETag", "\"3\"");
        assertThat(told(minor)).isEqualTo("3 true");
        withdraw("sample-partner", minor, "*").then().statusCode(404);
        assertThat(traces.query("""
                        select state from consent_history where supporter = '%s' and purpose = 'GUARDIAN' order by id""".formatted(minor))).containsExactly("GIVEN", "WITHDRAWN");
        correct(minor, GUARDIAN);
        assertThat(told(minor)).isEqualTo("4 false");
    }

    @Test
    void a_corrected_birth_date_makes_them_a_minor_or_not() throws SQLException {
        UUID somebody = born(TODAY.minusYears(18));
        assertThat(told(somebody)).isEqualTo("1 false");
        correct(somebody, "{\"profile\": {\"birthDate\": \"" + LAST_MINOR_DAY + "\"}}");
        assertThat(told(somebody)).isEqualTo("2 true");
        correct(somebody, "{\"profile\": {\"birthDate\": null}}");
        assertThat(told(somebody)).isEqualTo("3 false");
    }

    @ParameterizedTest
    @CsvSource({"18, 10s true, 10s false", "10, 0s true, 10s true", "20, 10s false, 20s false"})
    void who_had_their_birthday_yesterday_is_told_on_the_first_of_the_next_month(int years, String before, String after)
            throws SQLException {
        LocalDate first = TODAY.withDayOfMonth(1).plusMonths(1);
        LocalDate birthday = first.plusDays(9);
        UUID somebody = born(birthday.minusYears(years));
        ages.refresh(birthday.plusDays(1));
        ages.refresh(birthday.with(TemporalAdjusters.lastDayOfMonth()));
        assertThat(bandTold(somebody)).isEqualTo("1 " + before);
        ages.refresh(first.plusMonths(1));
        ages.refresh(first.plusMonths(1));
        assertThat(bandTold(somebody)).isEqualTo("2 " + after);
    }

    @Test
    void who_saved_their_profile_on_their_birthday_stays_what_they_are() throws SQLException {
        UUID grown = born(TODAY.minusYears(18));
        ages.refresh();
        assertThat(told(grown)).isEqualTo("1 false");
    }

    @Test
    void a_minor_of_whom_it_was_never_asked_is_told_to_lack_a_guardian_and_who_has_one_is_not() throws SQLException {
        UUID minor = born(LAST_MINOR_DAY);
        UUID consented = born(LAST_MINOR_DAY);
        correct(consented, GUARDIAN);
        traces.execute("update supporter set guardian_missing = false where id = '%s'".formatted(minor));
        ages.refresh();
        ages.refresh();
        assertThat(told(minor)).isEqualTo("2 true");
        assertThat(told(consented)).isEqualTo("2 false");
    }

    @Test
    void minors_on_record_from_before_are_told_once_after_the_start() throws SQLException {
        UUID minor = born(LAST_MINOR_DAY);
        UUID consented = born(LAST_MINOR_DAY);
        correct(consented, GUARDIAN);
        UUID grown = born(TODAY.minusYears(18));
        String forget = "update supporter set guardian_missing = false where id = '%s'".formatted(minor);
        traces.execute(forget);
        traces.execute("insert into age_lookback default values on conflict do nothing");
        minors.lookBack();
        minors.lookBack();
        assertThat(told(minor)).isEqualTo("2 true");
        assertThat(told(consented)).isEqualTo("2 false");
        assertThat(told(grown)).isEqualTo("1 false");
        assertThat(event(minor, 2)).contains("\"guardianMissing\":true");
        assertThat(traces.query("select last from age_lookback")).isEmpty();
        traces.execute(forget);
        minors.lookBack();
        assertThat(told(minor)).as("it is done once").isEqualTo("2 false");
        ages.refresh();
    }

    @Test
    void looking_back_goes_on_where_a_crash_left_it() throws SQLException {
        UUID before = born(LAST_MINOR_DAY);
        UUID after = born(LAST_MINOR_DAY);
        traces.execute(
                "update supporter set guardian_missing = false where id in ('%s', '%s')".formatted(before, after));
        traces.execute("delete from age_lookback");
        traces.execute("insert into age_lookback (last) values ('%s')".formatted(before));
        minors.lookBack();
        assertThat(told(before)).isEqualTo("1 false");
        assertThat(told(after)).isEqualTo("2 true");
        ages.refresh();
    }

    @Test
    void looking_back_waits_for_whoever_is_being_written() throws SQLException {
        UUID lacking = born(LAST_MINOR_DAY);
        UUID consenting = born(LAST_MINOR_DAY);
        traces.execute("update supporter set guardian_missing = false where id = '%s'".formatted(lacking));
        traces.execute("delete from age_lookback");
        traces.execute("insert into age_lookback default values");
        CompletableFuture<Void> looking = QuarkusTransaction.requiringNew().call(() -> {
            database.createNativeQuery("select id from supporter where id in (:held) for update")
                    .setParameter("held", List.of(lacking, consenting))
                    .getResultList();
            String session = String.valueOf(
                    database.createNativeQuery("select pg_backend_pid()").getSingleResult());
            CompletableFuture<Void> begun = CompletableFuture.runAsync(minors::lookBack);
            await(() -> begun.isDone() || waited(session));
            database.createNativeQuery("""
                            with kept as (insert into guardian (supporter, sealed, consented_at)
                                          values (:consenting, '\\x00', now()) returning supporter)
                            update supporter set guardian_missing = false where id = (select supporter from kept)
                            """)
                    .setParameter("consenting", consenting)
                    .executeUpdate();
            return begun;
        });
        looking.join();
        assertThat(told(lacking)).as("left out by nobody").isEqualTo("2 true");
        assertThat(told(consenting)).as("consented meanwhile").isEqualTo("1 false");
        assertThat(traces.query("select last from age_lookback")).isEmpty();
        traces.execute("delete from guardian where supporter = '%s'".formatted(consenting));
        ages.refresh();
    }

    private boolean waited(String session) {
        try {
            return !traces.waitingFor(session).isEmpty();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void a_list_tells_it_too_and_forgets_no_consent() throws SQLException {
        String list = "会員番号,氏名,フリガナ,生年月日\nGT-1,清水 翔,シミズ ショウ,%s\nGT-2,清水 守,シミズ マモル,1980-01-01\n";
        TestLists.sync("minamioguni", MINAMIOGUNI, list.formatted(LAST_MINOR_DAY));
        UUID minor = member("GT-1");
        assertThat(told(minor)).isEqualTo("1 true");
        assertThat(told(member("GT-2"))).isEqualTo("1 false");
        assertThat(event(minor, 1)).contains("\"guardianMissing\":true");
        patching("minamioguni")
                .header("If-Match", "*")
                .body(GUARDIAN)
                .patch("/v1/supporters/" + minor)
                .then()
                .statusCode(204);
        TestLists.syncWinning(
                "minamioguni", MINAMIOGUNI, list.formatted(LAST_MINOR_DAY).replace("翔", "翔太"));
        assertThat(told(minor)).isEqualTo("3 false");
        assertThat(event(minor, 3)).contains("\"guardianMissing\":false");
        withdraw("minamioguni", minor, "*").then().statusCode(204);
        TestLists.syncWinning(
                "minamioguni", MINAMIOGUNI, list.formatted(LAST_MINOR_DAY).replace("翔", "翔一"));
        assertThat(told(minor)).isEqualTo("5 true");
        assertThat(event(minor, 5)).contains("\"guardianMissing\":true");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_happens_it_is_told_exactly_while_a_minor_has_no_guardian(long seed) throws SQLException {
        Random random = new Random(seed);
        LocalDate birthDate = LAST_MINOR_DAY;
        UUID somebody = born(birthDate);
        boolean consented = false;
        for (int step = 0; step < 15; step++) {
            boolean minor = Guardians.isMinor(birthDate, TODAY);
            switch (random.nextInt(4)) {
                case 0 -> {
                    birthDate = TODAY.minusYears(18).plusDays(random.nextInt(-3, 4));
                    correct(somebody, "{\"profile\": {\"birthDate\": \"" + birthDate + "\"}}");
                }
                case 1 -> {
                    correct(somebody, GUARDIAN);
                    consented |= minor;
                }
                case 2 -> {
                    withdraw("sample-partner", somebody, "*").then().statusCode(consented ? 204 : 404);
                    consented = false;
                }
                default -> ages.refresh();
            }
            boolean missing = Guardians.isMinor(birthDate, TODAY) && !consented;
            assertThat(told(somebody)).endsWith(" " + missing);
        }
    }

    private static UUID born(LocalDate birthDate) {
        return register(
                "sample-partner",
                "{\"profile\": {\"nickname\": \"誰か\", \"phone\": \"0967-42-1111\", \"birthDate\": \"" + birthDate
                        + "\"}}");
    }

    private static void correct(UUID supporter, String patch) {
        patching("sample-partner")
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/supporters/" + supporter)
                .then()
                .statusCode(204);
    }

    private static Response withdraw(String client, UUID supporter, String revision) {
        return as(client).header("If-Match", revision).delete("/v1/supporters/" + supporter + "/guardian");
    }

    private UUID member(String number) throws SQLException {
        return UUID.fromString(traces.query("select supporter::text from tie where source_id = '%s'".formatted(number))
                .getFirst());
    }

    private String told(UUID supporter) throws SQLException {
        return traces.query("""
                        select body->>'revision' || ' ' || (body->>'guardianMissing') from supporter_state where id = '%s'""".formatted(supporter)).getFirst();
    }

    private String bandTold(UUID supporter) throws SQLException {
        return traces.query("""
                        select concat_ws(' ', body->>'revision', body->>'ageBand', body->>'guardianMissing')
                        from supporter_state where id = '%s'""".formatted(supporter)).getFirst();
    }

    private String event(UUID supporter, long revision) {
        return Parts.shared()
                .topics()
                .await(
                        prefix + Topic.REGISTRY_SUPPORTER.value(),
                        record -> record.key().equals(supporter.toString())
                                && record.value() != null
                                && record.value().replace(" ", "").contains("\"revision\":" + revision + ","))
                .value()
                .replace(" ", "");
    }
}
