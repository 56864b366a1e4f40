package jp.kakawari.registry.tier;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestSchemes.put;
import static jp.kakawari.registry.TestSchemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** A policy that takes its members along reaches all of them, however many chunks they make. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class ManyMembersTest {

    private static final int MEMBERS = 12_000;

    @Inject
    ReviewTiers reviewing;

    @Inject
    EntityManager database;

    @Test
    void members_of_several_chunks_follow_a_new_policy() {
        put("kashiwazaki", "mm-club", scheme("OPEN", "大きな会", policy(5, false), KASHIWAZAKI), null)
                .then()
                .statusCode(200);
        join();
        put("kashiwazaki", "mm-club", scheme("OPEN", "大きな会", policy(2, true), KASHIWAZAKI), "\"1\"")
                .then()
                .statusCode(200);
        reviewing.follow();
        assertThat(count("policy = 2")).isEqualTo(MEMBERS);
        assertThat(count("tier = 'platinum'")).isEqualTo(MEMBERS / 2);
    }

    /** Every other one did something twice. */
    private void join() {
        QuarkusTransaction.requiringNew().timeout(600).run(() -> {
            execute("""
                    insert into supporter (id, revision, state, kind, subject_key)
                    select uuidv7(), 1, 'ACTIVE', 'PERSON', 'mm-' || n from generate_series(1, %d) n""".formatted(MEMBERS));
            execute("""
                    insert into membership (id, municipality, scheme, supporter, number, policy, tier, joined_on, state, source)
                    select uuidv7(), '152056', 'mm-club', id, subject_key, 1, 'regular', current_date, 'ACTIVE', 'list'
                    from supporter where subject_key like 'mm-%'""");
            execute("""
                    insert into engagement (supporter, municipality, activity, occurred_on, status, source_system,
                                            source_transaction)
                    select id, '152056', 'VOLUNTEERING', current_date - times.n, 'ATTESTED', 'list', subject_key || '-' || times.n
                    from supporter cross join generate_series(1, 2) as times (n)
                    where subject_key like 'mm-%' and cast(substr(subject_key, 4) as int) % 2 = 0""");
        });
    }

    private void execute(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    private long count(String condition) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from membership where scheme = 'mm-club' and " + condition)
                        .getSingleResult())
                .longValue();
    }

    private static String policy(int atLeast, boolean moves) {
        return """
                {"tiers": [{"code": "regular", "name": "一般"},
                           {"code": "platinum", "name": "プラチナ", "rule": {"measure": "COUNT", "atLeast": %d, "months": 12}}],
                 "joining": {}, "movesMembers": %s}""".formatted(atLeast, moves);
    }
}
