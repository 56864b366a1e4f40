package jp.kakawari.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {
    // Below the range that systems hand to outgoing connections, so that none takes the port before its part does.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private Ports() {}

    /** A port that nothing listens on now. */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(FIRST, LAST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    static void mustBeFree(String part, int port) {
        if (!isFree(port)) {
            throw new PartFailed(
                    "Port " + port + " for " + part + " is busy: stop what listens there, or choose another");
        }
    }

    /** Whether something takes connections there. */
    public static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
