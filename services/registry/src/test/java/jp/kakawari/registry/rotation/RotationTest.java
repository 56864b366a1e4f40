package jp.kakawari.registry.rotation;

import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.kakawari.contracts.Topic;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.personal.Keys;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.Replica;
import jp.kakawari.registry.supporter.Ties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keys change under the hands of everybody. The application is the replica that is still to be restarted: it knows the
 * second key and writes with the first one. A newer replica writes with the second one and looks after the change.
 */
@QuarkusTest
@TestProfile(RotationTest.SecondKeyAnnounced.class)
@WithTestResource(value = PartsResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class RotationTest {

    public static class SecondKeyAnnounced implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            String keys = Keys.FIRST + "," + Keys.SECOND;
            return Map.of(
                    "kakawari.registry.personal-keys",
                    keys,
                    "kakawari.registry.index-keys",
                    keys,
                    "kakawari.registry.keys-followed-every",
                    "off");
        }
    }

    @Inject
    EntityManager database;

    @Inject
    DataSource connections;

    @Inject
    Ties ties;

    @Inject
    ObjectMapper json;

    @Inject
    FollowKeys application;

    @ConfigProperty(name = "kakawari.topics.prefix")
    String prefix;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Users users = new Users();
    private Replica newer;
    private FollowKeys following;

    @BeforeEach
    void start() {
        newer = Replica.with(json, Keys.SECOND, Keys.FIRST);
        following = new FollowKeys(
                connections,
                newer.personalData(),
                newer.index(),
                new ResealPersonalData(database, newer.personalData()),
                new RenewIndexes(database, newer.personalData(), newer.index(), ties),
                new RenewFingerprints(database, newer.index()),
                meters);
    }

    @Test
    void keys_change_while_everybody_reads_and_writes_and_then_the_old_one_goes() throws Exception {
        List<UUID> people = users.register(120);
        byte[] list = users.list(700);
        assertThat(Users.sync(list).getInt("progress.created")).isEqualTo(700);
        AtomicBoolean changing = new AtomicBoolean(true);
        var trouble = new ConcurrentLinkedQueue<Throwable>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (int user = 0; user < 4; user++) {
                int from = user;
                working.add(pool.submit(() -> {
                    for (int i = from; changing.get() || i < people.size(); i++) {
                        try {
                            users.use(people.get(i % people.size()), i % 3);
                        } catch (Throwable unreadable) {
                            trouble.add(unreadable);
                        }
                    }
                }));
            }
            for (int round = 0; round < 3; round++) {
                following.follow();
            }
            changing.set(false);
            for (Future<?> user : working) {
                user.get();
            }
        }
        assertThat(trouble).isEmpty();
        following.follow();
        assertThat(remaining("sealed")).isZero();
        assertThat(remaining("indexed")).isZero();
        assertEverythingOpensAndIsFoundBy(Replica.with(json, Keys.SECOND));
        assertThatThrownBy(() -> assertEverythingOpensAndIsFoundBy(Replica.with(json, Keys.FIRST)))
                .hasMessageContaining("doesn't open");
        assertEachPseudonymWasTold();
        assertThat(Users.sync(list).getInt("progress.unchanged")).isEqualTo(700);
    }

    @Test
    void who_was_decided_to_be_one_person_still_is_under_the_new_key() throws SQLException {
        List<UUID> people = users.register(2);
        UUID person = people.getFirst();
        String old = Replica.with(json, Keys.FIRST).index().personKey(person);
        for (UUID record : people) {
            execute("update supporter set person = '%s', counted_as = '%s' where id = '%s'"
                    .formatted(person, old, record));
        }
        following.follow();
        String told = newer.index().personKey(person);
        assertThat(told).isNotEqualTo(old);
        for (UUID record : people) {
            assertThat(query("select body ->> 'subjectKey' from supporter_state where id = '" + record + "'"))
                    .isEqualTo(List.of(told));
        }
    }

    @Test
    void sealing_anew_changes_nothing_but_the_seal() throws SQLException {
        users.register(3);
        Users.sync(users.list(3));
        Map<UUID, Object> before = states();
        var resealing = new ResealPersonalData(database, newer.personalData());
        assertThat(resealing.remaining()).isPositive();
        resealing.run();
        assertThat(resealing.remaining()).isZero();
        assertThat(states()).isEqualTo(before);
        assertThat(new RenewIndexes(database, newer.personalData(), newer.index(), ties).remaining())
                .isPositive();
    }

    @Test
    void an_announced_key_moves_nothing_and_one_replica_works_at_a_time() throws SQLException {
        users.register(1);
        application.follow();
        assertThat(count("supporter where substring(personal from 5 for 1) = '\\x01'"))
                .isPositive();
        try (OneReplica other = OneReplica.take(connections, FollowKeys.KEYS).orElseThrow()) {
            following.follow();
            assertThat(remaining("sealed")).isNaN();
            assertThat(other).isNotNull();
        }
        following.follow();
        assertThat(remaining("sealed")).isZero();
    }

    @Test
    void what_does_not_open_stays_counted_and_stops_nobody() throws SQLException {
        UUID broken = users.register(1).getFirst();
        UUID whole = users.register(1).getFirst();
        execute("update supporter set personal = personal || '\\x00' where id = '" + broken + "'");
        following.follow();
        assertThat(remaining("sealed")).isEqualTo(1);
        assertThat(count("supporter where substring(personal from 5 for 1) = '\\x02' and id = '" + whole + "'"))
                .isEqualTo(1);
        execute("delete from tie where supporter = '" + broken + "'");
        execute("delete from supporter where id = '" + broken + "'");
    }

    @Test
    void every_sealed_column_is_known() {
        List<?> commented = database.createNativeQuery("""
                        select c.relname || '.' || a.attname
                        from pg_description d
                        join pg_class c on c.oid = d.objoid
                        join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
                        where d.description like 'sealed (AEAD%' and c.relkind in ('r', 'p')
                        """).getResultList();
        assertThat(SealedPlace.ALL.stream().map(place -> place.table() + "." + place.column()))
                .as("a column of sealed values belongs into SealedPlace.ALL, or a change of keys leaves it behind")
                .containsExactlyInAnyOrderElementsOf(
                        commented.stream().map(String.class::cast).toList());
    }

    private void assertEverythingOpensAndIsFoundBy(Replica replica) {
        List<?> rows = query("select id, personal, subject_key, email_index from supporter where personal is not null");
        assertThat(rows).hasSizeGreaterThan(100);
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            UUID id = (UUID) values[0];
            Personal personal = replica.personalData().open(id, (byte[]) values[1]);
            assertThat(values[2]).isEqualTo(replica.index().subjectKey(id, personal));
            assertThat(values[3]).isEqualTo(replica.index().email(personal.email()));
        }
        List<?> rejected = query("select job, cells from sync_rejection where cells is not null");
        assertThat(rejected).isNotEmpty();
        for (Object row : rejected) {
            Object[] values = (Object[]) row;
            assertThat(replica.personalData().openBytes((UUID) values[0], (byte[]) values[1]))
                    .isNotEmpty();
        }
    }

    private void assertEachPseudonymWasTold() {
        UUID last = register("sample-partner", "{\"profile\": {\"nickname\": \"last\", \"phone\": \"0967-42-1111\"}}");
        Parts.shared()
                .topics()
                .await(
                        prefix + Topic.REGISTRY_SUPPORTER.value(),
                        record -> record.key().equals(last.toString()));
        while (count("outbox") > 0) {
            // The relay deletes what Kafka has acknowledged.
        }
        Map<String, String> told = new HashMap<>();
        Parts.shared()
                .topics()
                .all(prefix + Topic.REGISTRY_SUPPORTER.value())
                .forEach(record -> told.put(record.key(), subjectKey(record.value())));
        Map<String, String> known = query("select id, coalesce(counted_as, subject_key) from supporter").stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> row[0].toString(), row -> (String) row[1]));
        assertThat(told).containsAllEntriesOf(known);
    }

    private String subjectKey(String body) {
        try {
            return json.readTree(body).path("subjectKey").asText();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private Map<UUID, Object> states() {
        return query("""
                select id, concat(revision, updated_at, subject_key, encode(email_index, 'hex'),
                                  (select string_agg(changed_in::text, '|' order by municipality) from tie where supporter = supporter.id),
                                  (select last_value from outbox_id_seq))
                from supporter""").stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> row[1]));
    }

    private double remaining(String of) {
        return meters.get("kakawari.keys.remaining").tag("of", of).gauge().value();
    }

    private List<?> query(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql).getResultList());
    }

    private long count(String from) {
        return ((Number) query("select count(*) from " + from).getFirst()).longValue();
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(database.createNativeQuery(sql).executeUpdate())
                        .isEqualTo(1));
    }
}
