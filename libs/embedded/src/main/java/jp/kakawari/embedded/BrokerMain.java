package jp.kakawari.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Main class of the broker's JVM: formats its storage the first time, then is Kafka. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        var configuration = Path.of(arguments[0]);
        var properties = new Properties();
        try (var in = Files.newBufferedReader(configuration)) {
            properties.load(in);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            var cluster = Uuid.randomUuid().toString();
            String[] format = {"format", "--cluster-id", cluster, "--config", configuration.toString()};
            if (StorageTool.execute(format, System.out) != 0) {
                System.exit(1);
            }
        }
        kafka.Kafka.main(arguments);
    }
}
