package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** One Kafka broker that is its own controller (KRaft). */
final class Kafka extends Part {
    private final int controllerPort = Ports.free();

    Kafka(Settings settings) {
        super("Kafka", settings.kafkaPort(), settings);
    }

    @Override
    protected void prepare(Consumer<String> progress) throws IOException {
        Files.createDirectories(data());
        Files.writeString(configuration(), """
                process.roles=broker,controller
                node.id=1
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENTS://127.0.0.1:%1$d
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                log.retention.hours=-1
                num.network.threads=2
                num.io.threads=4
                """.formatted(settings.kafkaPort(), controllerPort, data().resolve("data")));
    }

    @Override
    protected List<String> command() {
        return Java.command(
                Repository.classPath(),
                settings.durable() ? List.of("-Xmx512m") : List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                BrokerMain.class.getName(),
                List.of(configuration().toString()));
    }

    @Override
    protected boolean isUp() {
        if (!Ports.answers(settings.kafkaPort())) {
            return false;
        }
        Map<String, Object> where = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        try (var admin = Admin.create(where)) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + settings.kafkaPort();
    }

    private Path configuration() {
        return data().resolve("server.properties");
    }
}
