package jp.kakawari.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.IntStream;
import jp.kakawari.embedded.LocalParts;
import jp.kakawari.local.Actors;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Platform;
import jp.kakawari.local.Ports;
import jp.kakawari.local.SampleWorld;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one platform of all journeys: started before the first, with the sample world's organisations, stopped after the last. */
final class RunningPlatform implements BeforeAllCallback, AutoCloseable {

    static final Path HOME = Path.of("deploy", "acceptance", "target", "platform");
    private static final int PORTS = 8;
    private static RunningPlatform running;

    private Platform platform;
    private Actors actors;

    static Platform platform() {
        return running.platform;
    }

    static Addresses at() {
        return running.platform.at();
    }

    static Actors actors() {
        return running.actors;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (running == null) {
            running = this;
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningPlatform.class))
                    .put("platform", this);
            LocalParts.forget(HOME);
            platform = Platform.start(Path.of(""), HOME, Ports.from(freePorts()), System.out::println);
            actors = new Actors(platform.tokens());
            new SampleWorld(platform.at(), actors).joinOrganizations();
        }
    }

    @Override
    public void close() {
        if (platform != null) {
            platform.close();
        }
    }

    /** The first of eight free ports in a row, below those that systems hand to outgoing connections. */
    private static int freePorts() {
        return IntStream.iterate(18_000, first -> first < 28_000, first -> first + PORTS)
                .filter(first -> IntStream.range(first, first + PORTS).allMatch(RunningPlatform::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
