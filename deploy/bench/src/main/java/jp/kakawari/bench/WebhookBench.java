package jp.kakawari.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Ports;
import jp.kakawari.local.Service;

/**
 * {@code deploy/bench/webhooks}: how many notices a second reach their receivers, from the commit of the events to the last
 * answer, against the same POSTs from a plain client.
 */
public final class WebhookBench {

    private static final Path HOME = Path.of(".kakawari", "bench");
    private static final String TYPE = "jp.kakawari.registry.organization-changed.v1";
    private static final int RECEIVERS = 10;
    private static final int EVENTS = 2_000;
    private static final int AT_ONCE = 32;

    private static final List<String> OPTIONS =
            List.of("-Dkakawari.rate-limit.requests=100000000", "-Dkakawari.webhooks.allow-private=true");

    private final Platform platform;
    private final URI webhooks;
    private final Report report;

    private WebhookBench(Platform platform, Report report) {
        this.platform = platform;
        this.report = report;
        this.webhooks = platform.address(Service.REGISTRY).resolve("/v1/webhooks");
    }

    /** Writes the README. */
    public static void main(String[] arguments) throws Exception {
        Report report = new Report("webhooks");
        LocalParts.forget(HOME);
        Ports ports = Ports.from(Integer.parseInt(System.getenv().getOrDefault("KAKAWARI_PORTS", "29100")));
        Platform platform =
                Platform.start(Path.of(""), HOME, ports, EnumSet.of(Service.REGISTRY), OPTIONS, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        try (HookReceivers receivers = new HookReceivers(RECEIVERS)) {
            new WebhookBench(platform, report).run(receivers);
        }
        System.exit(report.end(true));
    }

    private void run(HookReceivers receivers) throws Exception {
        Actors actors = new Actors(platform.tokens());
        for (String url : receivers.quick()) {
            actors.government("212172").post(webhooks, subscription(url)).expect(201);
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2)); // until the new receivers are known
        for (int i = 0; i < 4; i++) {
            deliver(receivers);
        }
        double plain = plain(receivers);
        double alone = deliver(receivers);
        report.add(figure("deliveries to 10 receivers", alone, plain));
        actors.government("242161")
                .post(webhooks, subscription(receivers.stuck()))
                .expect(201);
        actors.government("242161")
                .post(webhooks, subscription(receivers.down()))
                .expect(201);
        deliver(receivers);
        double beside = deliver(receivers);
        report.add(new Figure(
                "the same beside one receiver that is stuck and one that is down",
                "%,.0f/s".formatted(beside),
                "%.2f of those without them".formatted(beside / alone),
                "≥ 0.8",
                Measure.of("rate", beside, "1/s"),
                Measure.atLeast(0.8, "share of those without them", beside / alone, "")));
    }

    private static Figure figure(String what, double perSecond, double plain) {
        return new Figure(
                what,
                "%,.0f/s".formatted(perSecond),
                "%.2f of plain POSTs (%,.0f/s)".formatted(perSecond / plain, plain),
                "≥ 2,000/s",
                Measure.atLeast(2_000, "rate", perSecond, "1/s"),
                Measure.of("share of plain POSTs", perSecond / plain, ""));
    }

    private static Map<String, Object> subscription(String url) {
        return Map.of("url", url, "eventTypes", List.of(TYPE));
    }

    /** From the commit of the events to the last answer. */
    private double deliver(HookReceivers receivers) throws SQLException {
        receivers.forget();
        long start = System.nanoTime();
        append();
        receivers.await((long) EVENTS * RECEIVERS);
        return EVENTS * RECEIVERS * 1e9 / (System.nanoTime() - start);
    }

    private void append() throws SQLException {
        var database = platform.database(Service.REGISTRY);
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into outbox (topic, key, ce_type, ce_subject, body)
                    select 'registry.organization.v1', id::text, '%s', id::text,
                           json_build_object('id', id, 'revision', 1, 'state', 'ACTIVE', 'kind', 'NPO', 'name', '見本の団体',
                                             'government', null)
                    from (select gen_random_uuid() as id from generate_series(1, %d)) made
                    """.formatted(TYPE, EVENTS));
        }
    }

    /** The same number of POSTs of the same size, as many at once, with nothing kept. */
    private double plain(HookReceivers receivers) throws InterruptedException {
        receivers.forget();
        var client = receivers.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(AT_ONCE));
        Buffer body = Buffer.buffer("{\"type\":\"" + TYPE + "\",\"data\":\"" + "x".repeat(200) + "\"}");
        Semaphore room = new Semaphore(AT_ONCE * RECEIVERS);
        long start = System.nanoTime();
        for (int i = 0; i < EVENTS * RECEIVERS; i++) {
            room.acquire();
            client.request(new RequestOptions()
                            .setMethod(HttpMethod.POST)
                            .setAbsoluteURI(receivers.quick().get(i % RECEIVERS))
                            .putHeader("webhook-id", UUID.randomUUID().toString()))
                    .compose(request -> request.send(body))
                    .compose(answer -> answer.end())
                    .onComplete(done -> room.release());
        }
        receivers.await((long) EVENTS * RECEIVERS);
        return EVENTS * RECEIVERS * 1e9 / (System.nanoTime() - start);
    }
}
