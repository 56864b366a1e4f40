package jp.kakawari.embedded;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** PostgreSQL from the binaries in Maven's repository. */
final class Postgres extends Part {
    static final String NAME = "PostgreSQL";

    private static final String CACHED = "postgresql-" + Repository.version("postgres");

    private final Path programs;

    Postgres(Settings settings) {
        super(NAME, settings.postgresPort(), settings);
        programs = settings.cache().resolve(CACHED).resolve("bin");
    }

    @Override
    protected void prepare(Consumer<String> progress) throws IOException {
        new Cache(settings.cache()).once(CACHED, folder -> {
            progress.accept("Unpacking PostgreSQL, once");
            Cache.unpackTxzOf(Repository.postgresBinaries(), folder);
        });
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        var password = Files.writeString(settings.directory().resolve("postgresql.password"), Databases.SUPERUSER);
        var initdb = command("initdb");
        initdb.addAll(List.of("-D", data().toString(), "-U", Databases.SUPERUSER, "--pwfile", password.toString()));
        initdb.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
        // Code point order: the same on every machine, as a keyset cursor needs it.
        initdb.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        // pg_trgm still asks the C library what a letter is, and the C locale of it knows no Japanese ones.
        initdb.add("--lc-ctype=" + (System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8"));
        if (!settings.durable()) {
            initdb.add("--no-sync");
        }
        run(initdb);
        Files.delete(password);
    }

    @Override
    protected List<String> command() {
        var command = command("postgres");
        command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(settings.postgresPort())));
        for (var setting : settings.durable() ? durable() : forgetful()) {
            command.addAll(List.of("-c", setting));
        }
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "lc_messages=C"));
        return command;
    }

    /** The server itself notes in its pid file that it takes connections. */
    @Override
    protected boolean isUp() {
        try {
            var lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() > 7 && lines.get(7).startsWith("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /** The fast way: sessions are ended, data are flushed. */
    @Override
    void ask(ProcessHandle running) {
        try {
            var stop = command("pg_ctl");
            stop.addAll(List.of("stop", "-D", data().toString(), "-m", "fast", "-w"));
            if (spawn(stop).waitFor() != 0) {
                running.destroy();
            }
        } catch (IOException e) {
            running.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command(String program) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses root; in a user namespace without a mapping it is nobody, who owns root's files.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        return command;
    }

    private static List<String> forgetful() {
        return List.of(
                "max_connections=500",
                "shared_buffers=128MB",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "jit=off");
    }

    /**
     * The log's files are used again rather than made anew: a page of memory that was never touched is dear on a virtual
     * machine. With less of them a checkpoint comes so often that most of what is logged are pages written whole.
     */
    private static List<String> durable() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var megabytes = machine.getTotalMemorySize() >> 20;
        return List.of(
                "max_connections=300",
                "shared_buffers=" + Math.clamp(megabytes / 4, 128, 8192) + "MB",
                "effective_cache_size=" + Math.max(megabytes / 2, 256) + "MB",
                "fsync=on",
                "synchronous_commit=on",
                "wal_buffers=64MB",
                "checkpoint_timeout=15min",
                "min_wal_size=3GB",
                "max_wal_size=3GB");
    }
}
