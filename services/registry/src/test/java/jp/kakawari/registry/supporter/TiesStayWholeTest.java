package jp.kakawari.registry.supporter;

import static jp.kakawari.registry.TestApi.MINAMIOGUNI;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What foreign keys would promise of ties, whoever writes. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class TiesStayWholeTest {

    @Inject
    Traces database;

    private UUID supporter;

    @BeforeEach
    void register_somebody() {
        supporter = register("minamioguni", """
                {"profile": {"familyName": "結", "email": "tie@example.jp"}, "ties": [{"municipality": "%s"}]}""".formatted(MINAMIOGUNI));
    }

    @Test
    void a_tie_needs_a_supporter() {
        refused(tie(UUID.randomUUID(), 1));
        assertThatCode(() -> database.execute(tie(supporter, 1))).doesNotThrowAnyException();
    }

    @Test
    void of_many_ties_one_without_a_supporter_refuses_all() {
        refused("""
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent)
                select '212172', supporter, 'CATCH', 1, '2026-04-01', false, false
                from (values (cast('%s' as uuid)), ('%s')) as listed (supporter)""".formatted(supporter, UUID.randomUUID()));
    }

    @Test
    void a_stage_needs_a_policy_that_there_is() {
        refused(tie(supporter, 999));
        refused("update tie set stage_policy = 999 where supporter = '%s'".formatted(supporter));
    }

    @Test
    void a_tie_stays_with_its_supporter() {
        refused("update tie set supporter = '%s' where supporter = '%s'".formatted(UUID.randomUUID(), supporter));
    }

    @Test
    void a_supporter_with_ties_is_not_deleted() {
        refused("delete from supporter where id = '%s'".formatted(supporter));
    }

    @Test
    void a_policy_is_neither_deleted_nor_numbered_anew() {
        refused("delete from stage_policy where version = 1");
        refused("update stage_policy set version = 2 where version = 1");
    }

    private static String tie(UUID supporter, int policy) {
        return """
                insert into tie (municipality, supporter, stage, stage_policy, since, resident, mail_consent)
                values ('212172', '%s', 'CATCH', %d, '2026-04-01', false, false)""".formatted(supporter, policy);
    }

    private void refused(String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database.execute(sql))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("23503"));
    }
}
