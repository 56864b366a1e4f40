package jp.kakawari.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import jp.kakawari.embedded.Database;
import org.postgresql.PGConnection;

/**
 * The limit: what PostgreSQL itself needs to take in as many rows of the same size and to write the same supporter, tie and
 * outbox rows, in one transaction on one connection, with the rows ready made on disk and no Java in the way.
 */
final class PlainSql implements AutoCloseable {

    private static final String TOWN = "212041";

    private final Connection connection;
    private final Path files;

    PlainSql(Database database, Path files) throws SQLException {
        this.connection = DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
        this.connection.setAutoCommit(false);
        this.files = files;
    }

    /** What each way of taking in that many rows takes; {@code compared} is that of numbers and hashes alone. */
    record Times(Duration copy, Duration create, Duration update, Duration unchanged, Duration compared) {

        /** The middle one of each. */
        static Times middle(List<Times> times) {
            return new Times(
                    middle(times, Times::copy),
                    middle(times, Times::create),
                    middle(times, Times::update),
                    middle(times, Times::unchanged),
                    middle(times, Times::compared));
        }

        private static Duration middle(List<Times> times, Function<Times, Duration> what) {
            return SyncBench.middle(times.stream().map(what).toList());
        }
    }

    Times measure(int rows) throws SQLException, IOException {
        forget();
        Path created = write(rows, 1);
        Path changed = write(rows, 2);
        Path same = numbers(rows);
        commit("create table bench_row (like sync_row, body text)");
        commit("create table bench_same (member_number text, row_hash bytea)");
        Duration copy = time(() -> copyRows(created));
        commit("truncate bench_row");
        final Duration create = time(() -> create(created));
        commit("truncate outbox");
        commit("analyze supporter, tie");
        Times times = new Times(
                copy,
                create,
                time(() -> update(changed)),
                time(() -> compareWhole(changed)),
                time(() -> compareHashes(same)));
        forget();
        for (Path file : new Path[] {created, changed, same}) {
            Files.delete(file);
        }
        return times;
    }

    private void create(Path rows) throws SQLException, IOException {
        copyRows(rows);
        run("""
            insert into supporter (id, revision, state, kind, subject_key, prefecture, country, home, age_band, interests,
                                   skills, channel, assurance, personal, email_index)
            select supporter, 1, 'ACTIVE', 'PERSON', subject_key, prefecture, country, home, age_band, interests, skills,
                   channel, assurance, personal, email_index from bench_row""");
        run("""
            insert into tie (municipality, supporter, origins, stage, stage_policy, since, resident, mail_consent,
                             source_system, source_id, row_hash, content_hash, synced_profile, affiliation, referrer)
            select '%s', supporter, origins, 'CATCH', 1, since, false, mail_consent, 'list', member_number, row_hash,
                   content_hash, 1, affiliation, referrer from bench_row""".formatted(TOWN));
        events();
        run("truncate bench_row");
    }

    /** All ties of the supporters are changed and told here, and need not be looked for by a trigger, as for the registry. */
    private void update(Path rows) throws SQLException, IOException {
        copyRows(rows);
        run("select set_config('kakawari.unseen', 'on', true)");
        run("""
            update supporter s set revision = s.revision + 1, subject_key = r.subject_key, prefecture = r.prefecture,
                country = r.country, home = r.home, age_band = r.age_band, interests = r.interests, skills = r.skills,
                channel = r.channel, assurance = r.assurance, personal = r.personal, email_index = r.email_index,
                profile_revision = s.profile_revision + 1, updated_at = now()
            from bench_row r where s.id = r.supporter""");
        run("""
            update tie t set origins = r.origins, since = r.since, mail_consent = r.mail_consent,
                row_hash = r.row_hash, content_hash = r.content_hash, synced_profile = t.synced_profile + 1,
                changed_in = pg_current_xact_id()
            from bench_row r where t.municipality = '%s' and t.supporter = r.supporter""".formatted(TOWN));
        events();
        run("truncate bench_row");
    }

    private void compareWhole(Path rows) throws SQLException, IOException {
        copyRows(rows);
        compare("bench_row");
        run("truncate bench_row");
    }

    private void compareHashes(Path hashes) throws SQLException, IOException {
        copy("bench_same", hashes);
        compare("bench_same");
        run("truncate bench_same");
    }

    private void compare(String rows) throws SQLException {
        run("""
            select count(*) from %s r join tie t
            on t.municipality = '%s' and t.source_system = 'list' and t.source_id = r.member_number
               and t.row_hash <> r.row_hash""".formatted(rows, TOWN));
    }

    /** In one row for each thousand, as many as the registry merges at once. */
    private void events() throws SQLException {
        run("""
            insert into outbox (topic, key, ce_type, body)
            select 'registry.supporter.v1', string_agg(supporter::text, E'\\n'),
                   'jp.kakawari.registry.supporter-changed.v1', string_agg(body, E'\\n')
            from bench_row group by line / 1000""");
    }

    private void forget() throws SQLException {
        commit("drop table if exists bench_row, bench_same");
        commit("truncate supporter, tie, tie_change, tie_skill, engagement, outbox cascade");
    }

    /** Rows as Java would send them: sealed data of the usual size, hashes, the event. */
    private Path write(int rows, int edition) throws SQLException, IOException {
        return out("""
                select gen_random_uuid() as job, 1 as chunk, i::bigint as line, 'BN-' || lpad(i::text, 7, '0') as member_number,
                       'CREATED' as outcome, lpad(to_hex(i), 32, '0')::uuid as supporter, 1::bigint as revision,
                       sha256(('r%2$d' || i)::bytea) as row_hash, sha256(('c%2$d' || i)::bytea) as content_hash,
                       sha256(('p%2$d' || i)::bytea) || sha256(('q' || i)::bytea) || sha256(('s' || i)::bytea)
                           || sha256(('t' || i)::bytea) || sha256(('u' || i)::bytea) || sha256(('v' || i)::bytea)
                           || sha256(('w' || i)::bytea) || sha256(('x' || i)::bytea) || sha256(('y' || i)::bytea) as personal,
                       sha256(('e' || i)::bytea) as email_index,
                       rtrim(encode(sha256(('k' || i)::bytea), 'base64'), '=') as subject_key, '13' as prefecture,
                       'JP' as country, null::text as home, '40s' as age_band, '{翻訳}'::text[] as skills,
                       '{}'::text[] as interests, '{FESTIVAL}'::text[] as origins, date '2020-04-01' as since,
                       true as mail_consent, 'list' as channel, null::text as affiliation, 'MEDIUM' as assurance,
                       null::text as referrer,
                       jsonb_build_object('id', lpad(to_hex(i), 32, '0')::uuid, 'revision', %2$d, 'state', 'ACTIVE',
                           'kind', 'PERSON', 'subjectKey', encode(sha256(('k' || i)::bytea), 'base64'), 'prefecture', '13',
                           'country', 'JP', 'ageBand', '40s', 'interests', '[]'::jsonb, 'skills', '["翻訳"]'::jsonb,
                           'mode', null, 'registeredBy', '00000000-0000-7000-8000-000000212041', 'channel', 'list',
                           'ties', jsonb_build_array(jsonb_build_object('municipality', '212041', 'origins',
                               '["FESTIVAL"]'::jsonb, 'stage', 'CATCH', 'since', '2020-04-01', 'resident', false,
                               'lastActiveOn', null, 'mailConsent', true)))::json as body
                from generate_series(1, %1$d) i""".formatted(rows, edition));
    }

    private Path numbers(int rows) throws SQLException, IOException {
        return out("select 'BN-' || lpad(i::text, 7, '0'), sha256(('r2' || i)::bytea) from generate_series(1, %d) i"
                .formatted(rows));
    }

    private Path out(String query) throws SQLException, IOException {
        Path file = Files.createTempFile(files, "rows", ".copy");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)", out);
        }
        connection.commit();
        return file;
    }

    private void copyRows(Path file) throws SQLException, IOException {
        copy("""
                bench_row (job, chunk, line, member_number, outcome, supporter, revision, row_hash, content_hash, personal,
                           email_index, subject_key, prefecture, country, home, age_band, skills, interests, origins, since,
                           mail_consent, channel, affiliation, assurance, referrer, body)""", file);
    }

    private void copy(String table, Path file) throws SQLException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format binary)", in, 1 << 16);
        }
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }

    private Duration time(Work work) throws SQLException, IOException {
        long start = System.nanoTime();
        work.run();
        connection.commit();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void commit(String sql) throws SQLException {
        run(sql);
        connection.commit();
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
