package jp.kakawari.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private final World world = new World();

    @AfterEach
    void close() throws InterruptedException {
        world.close();
    }

    @Test
    void an_older_postgresql_gets_a_uuidv7_that_sorts_by_time() {
        world.execute(World.migration()
                .substring(0, World.migration().indexOf("CREATE TABLE"))
                .replace("to_regprocedure('uuidv7()')", "NULL")
                .replace("uuidv7()", "older_uuidv7()"));
        world.execute("""
                CREATE TABLE made AS SELECT clock_timestamp() AS before, older_uuidv7() AS id, clock_timestamp() AS after
                FROM generate_series(1, 1000)
                """);
        assertThat(world.count("made WHERE uuid_extract_version(id) = 7")).isEqualTo(1000);
        assertThat(world.count("(SELECT DISTINCT id FROM made) AS distinct_ids"))
                .isEqualTo(1000);
        assertThat(world.count("""
                                made WHERE uuid_extract_timestamp(id)
                                    BETWEEN before - interval '1 ms' AND after + interval '1 ms'
                                """)).isEqualTo(1000);
    }

    @Test
    void what_could_never_be_sent_is_refused_at_once() {
        assertThatThrownBy(() -> append("registry.organization", "'{}'"))
                .hasMessageContaining("outbox_topic_names_its_version");
        assertThatThrownBy(() -> append(
                        "registry.organization.v1",
                        "to_jsonb((SELECT string_agg(md5(n::text), '') FROM generate_series(1, 9000) AS n))"))
                .hasMessageContaining("outbox_body_fits_a_message");
        assertThatThrownBy(() -> world.execute("INSERT INTO outbox (topic, key, ce_type, body)"
                        + " VALUES ('registry.organization.v1', E'one\\ntwo', 'type', '{}')"))
                .hasMessageContaining("outbox_has_an_event_for_each_key");
    }

    private void append(String topic, String body) {
        world.execute("INSERT INTO outbox (topic, key, ce_type, ce_subject, body) SELECT '" + topic
                + "', 'key', 'type', 'subject', " + body);
    }
}
