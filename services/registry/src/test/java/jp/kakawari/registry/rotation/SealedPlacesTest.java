package jp.kakawari.registry.rotation;

import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.personal.Keys;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.personal.Replica;
import org.junit.jupiter.api.Test;

/** Whatever stands sealed, wherever, opens with the new key alone once it was sealed anew. */
@QuarkusTest
@TestProfile(RotationTest.SecondKeyAnnounced.class)
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SealedPlacesTest {

    /** A row in each place but supporter, in an order that keeps all references. */
    private static final List<String> ROWS = List.of(
            "insert into guardian (supporter, sealed, consented_at) values (:owner, :sealed, now())",
            """
            insert into organization (id, revision, state, kind, name, contact, updated_at)
            values (:owner, 1, 'LEFT', 'NPO', '封の会', :sealed, now())""",
            """
            insert into officer (id, revision, municipality, role, name, published, term_from, updated_at)
            values (:owner, 1, '152056', 'GUIDE', :sealed, false, '2026-04-01', now())""",
            """
            with job as (insert into sync_job (id, municipality, dry_run, state, kind)
                         values (:owner, '152056', false, 'DONE', 'supporter'))
            insert into sync_rejection (job, line, reasons, cells) values (:owner, 2, '{}', :sealed)""",
            """
            with founded as (insert into organization_group (code, revision, kind, name, owner, updated_at)
                             values ('sealed', 1, 'NETWORK', '封の会', :owner, now()))
            insert into board_thread (id, revision, group_code, author, title, posts, opened_at, last_post_at)
            values (:owner, 1, 'sealed', :owner, :sealed, 1, now(), now())""",
            """
            insert into board_post (id, revision, thread, author, text, posted_at)
            values (:owner, 1, :owner, :owner, :sealed, now())""",
            "insert into board_post_edit (id, post, text, replaced_at) values (:owner, :owner, :sealed, now())",
            """
            insert into oauth_client (organization, revision, client_id, name, role, scopes, enabled, authentication,
                                      secret, wanted, done, attempts, due_at, updated_at)
            values (:owner, 1, 'sealed', '封の会', 'partner', '{}', false, 'SECRET', :sealed, 1, 1, 0, now(), now())""",
            """
            insert into webhook (id, revision, organization, url, event_types, state, secret, former_secret, former_until,
                                 created_at, updated_at)
            values (:owner, 1, :owner, 'https://example.jp', '{any}', 'DISABLED', :sealed, :sealed, now(), now(), now())""",
            """
            insert into digest_subscription (municipality, id, revision, every, contacts, covered_until, next_at)
            values ('152056', :owner, 1, 'MONTHLY', :sealed, now(), now() + interval '1 year')""",
            """
            with issue as (insert into digest_issue (id, from_time, until_time, made_at) values (:owner, now(), now(), now()))
            insert into digest_put_off (id, municipality, issue, contacts, since, due_at)
            values (:owner, '152056', :owner, :sealed, now(), now() + interval '1 year')""",
            """
            with topic as (insert into opinion_topic (municipality, code, revision, title, opens_on)
                           values ('152056', 'sealed', 1, '封', '2026-04-01'))
            insert into opinion (id, revision, municipality, scheme, topic, supporter, state, text, answer, posted_at,
                                 answered_at)
            values (:owner, 1, '152056', 'sealed', 'sealed', :owner, 'ANSWERED', :sealed, :sealed, now(), now())""",
            """
            insert into sync_row (job, chunk, line, member_number, outcome, supporter, personal)
            values (:owner, 1, 2, '1', 'CREATED', :owner, :sealed)""",
            """
            insert into sync_engagement_row (job, chunk, line, outcome, transaction, cells)
            values (:owner, 1, 2, 'CREATED', '1', :sealed)""",
            """
            insert into sync_membership_row (job, chunk, line, outcome, cells)
            values (:owner, 1, 2, 'CREATED', :sealed)""");

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @Test
    void each_opens_with_the_new_key_alone() {
        PersonalData older = Replica.with(json, Keys.FIRST).personalData();
        PersonalData newest = Replica.with(json, Keys.SECOND).personalData();
        UUID owner = register("sample-partner", "{\"profile\": {\"nickname\": \"封\", \"phone\": \"0967-42-1111\"}}");
        byte[] words = "封をしたもの".getBytes(StandardCharsets.UTF_8);
        QuarkusTransaction.requiringNew()
                .run(() -> ROWS.forEach(row -> database.createNativeQuery(row)
                        .setParameter("owner", owner)
                        .setParameter("sealed", older.sealBytes(owner, words))
                        .executeUpdate()));
        SealedPlace.ALL.forEach(place -> assertThat(older.openBytes(owner, sealed(place, owner)))
                .as(place.toString())
                .isNotEmpty());

        var resealing = new ResealPersonalData(
                database, Replica.with(json, Keys.SECOND, Keys.FIRST).personalData());
        resealing.run();
        List<SealedPlace> passing =
                SealedPlace.ALL.stream().filter(SealedPlace::passing).toList();
        assertThat(resealing.remaining())
                .as("what passes by itself is waited for, and counts until it has gone")
                .isEqualTo(passing.size());
        for (SealedPlace place : SealedPlace.ALL) {
            PersonalData opening = place.passing() ? older : newest;
            byte[] opened = opening.openBytes(owner, sealed(place, owner));
            if (!place.table().equals("supporter")) {
                assertThat(opened).as(place.toString()).isEqualTo(words);
            }
        }
        passing.forEach(place -> QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from " + place.table())
                        .executeUpdate()));
        assertThat(resealing.remaining()).isZero();
    }

    private byte[] sealed(SealedPlace place, UUID owner) {
        return QuarkusTransaction.requiringNew().call(() -> (byte[]) database.createNativeQuery(
                        "select %s from %s where %s = :owner".formatted(place.column(), place.table(), place.owner()))
                .setParameter("owner", owner)
                .getSingleResult());
    }
}
