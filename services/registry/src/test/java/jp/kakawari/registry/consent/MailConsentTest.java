package jp.kakawari.registry.consent;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.patching;
import static jp.kakawari.registry.consent.Hanako.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestLists;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** tie.mail_consent and the consent MAIL to the municipality never differ, whoever writes either, and a person's no stays. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class MailConsentTest {

    private static final String OF_THE_LISTED = "where recipient = '194425' and supporter in"
            + " (select supporter from tie where municipality = '194425' and source_id in ('MC-1', 'MC-2'))";
    private static final String NUMBER = "MC-HANAKO";

    @Inject
    Traces database;

    @Inject
    DataSource service;

    private boolean personRefuses;

    @BeforeEach
    void hanako_is_on_the_list_of_minamioguni() throws SQLException {
        Hanako.joins(false);
        personRefuses = false;
        String own = "00000000-0000-7000-8000-000000434230";
        database.execute("update supporter set registered_by = '%s' where id = '%s'".formatted(own, ID));
        database.execute("""
                update tie set source_system = 'list', source_id = '%s' where supporter = '%s' and municipality = '434230'""".formatted(NUMBER, ID));
    }

    @AfterEach
    void hanako_leaves() {
        Hanako.leaves();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void they_agree_after_whatever_anybody_does(long seed) throws SQLException {
        Random random = new Random(seed);
        StringBuilder done = new StringBuilder();
        for (int step = 0; step < 12; step++) {
            int action = random.nextInt(6);
            boolean yes = random.nextBoolean();
            done.append(' ').append(action).append(yes ? '+' : '-');
            act(action, yes, seed + "-" + step);
            agree(done.toString());
        }
    }

    private void act(int action, boolean yes, String id) throws SQLException {
        switch (action) {
            case 0 -> {
                boolean wasWritten = written();
                Hanako.keep(yes).then().statusCode(200);
                personRefuses = !yes && (personRefuses || wasWritten);
            }
            case 1 -> {
                Hanako.decide(MINAMIOGUNI, "MAIL", "{\"state\": \"%s\"}".formatted(yes ? "GIVEN" : "REFUSED"))
                        .then()
                        .statusCode(200);
                personRefuses = !yes;
            }
            case 2 -> {
                if (Hanako.withdraws(MINAMIOGUNI, "MAIL").statusCode() == 200) {
                    personRefuses = true;
                }
            }
            case 3 ->
                TestLists.syncWinning(
                        "minamioguni",
                        MINAMIOGUNI,
                        "会員番号,氏名,メール配信同意,備考\n%s,山田 花子,%s,%s\n".formatted(NUMBER, yes ? "はい" : "いいえ", id));
            case 4 ->
                patching("minamioguni")
                        .header("If-Match", "*")
                        .body("{\"ties\": [{\"municipality\": \"434230\", \"mailConsent\": %s}]}".formatted(yes))
                        .patch("/v1/supporters/" + ID);
            default ->
                TestLists.syncEngagements(
                        "minamioguni",
                        MINAMIOGUNI,
                        "取引番号,会員番号,日付,活動,連絡可否\nmc-%s,%s,2026-11-01,来店,%s\n".formatted(id, NUMBER, yes ? "不可" : "可"));
        }
    }

    private void agree(String done) throws SQLException {
        assertThat(database.query("""
                select count(*)::text from consent c join tie t on t.supporter = c.supporter and t.municipality = c.recipient
                where c.purpose = 'MAIL' and (c.state = 'GIVEN') <> t.mail_consent""")).as(done).containsExactly("0");
        assertThat(database.query("""
                select count(*)::text from consent c
                join consent_history h on h.id = c.step
                where (h.state, h.through, h.supporter, h.recipient) is distinct from (c.state, c.through, c.supporter, c.recipient)""")).as(done).containsExactly("0");
        assertThat(personRefuses && written()).as(done).isFalse();
    }

    private boolean written() throws SQLException {
        return database.query("select mail_consent::text from tie where supporter = '%s'".formatted(ID))
                .contains("true");
    }

    @Test
    void a_plain_create_from_a_list_writes_no_history_and_a_change_writes_one() throws SQLException {
        String list = "会員番号,氏名,メール配信同意\nMC-1,清水,はい\nMC-2,髙橋,いいえ\n";
        TestLists.sync("kosuge", "194425", list);
        assertThat(steps()).containsExactly("0");
        TestLists.sync("kosuge", "194425", list.replace("清水,はい", "清水,いいえ").replace("髙橋", "高橋"));
        assertThat(steps()).containsExactly("1");
        assertThat(database.query("select state || through from consent " + OF_THE_LISTED))
                .containsExactly("WITHDRAWNLIST");
    }

    private java.util.List<String> steps() throws SQLException {
        return database.query("select count(*)::text from consent_history " + OF_THE_LISTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent_history", "provision", "consent_terms"})
    void the_proofs_are_only_ever_added_to(String table) throws SQLException {
        for (String attempt : new String[] {"delete from " + table, "truncate " + table, "drop table " + table}) {
            try (var connection = service.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(attempt)).isInstanceOf(SQLException.class);
            }
        }
        assertThatThrownBy(() -> database.execute("delete from " + table)).hasMessageContaining("only ever added to");
    }
}
