package jp.kakawari.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clients that send a request one byte a second, for as long as they are let. */
final class SlowClients implements AutoCloseable {

    private static final byte[] REQUEST =
            ("POST /v1/supporters HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + "X-Slow: "
                            + "x".repeat(4_000))
                    .getBytes(StandardCharsets.US_ASCII);

    private final List<SocketChannel> clients = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private int sent;

    static SlowClients open(URI service, int count) throws IOException {
        SlowClients slow = new SlowClients();
        for (int i = 0; i < count; i++) {
            SocketChannel client = SocketChannel.open(new InetSocketAddress(service.getHost(), service.getPort()));
            client.configureBlocking(false);
            slow.clients.add(client);
        }
        slow.clock.scheduleAtFixedRate(slow::sendOne, 0, 1, TimeUnit.SECONDS);
        return slow;
    }

    int connected() {
        return clients.size();
    }

    private void sendOne() {
        byte next = REQUEST[sent++ % REQUEST.length];
        for (SocketChannel client : clients) {
            try {
                client.write(ByteBuffer.wrap(new byte[] {next}));
            } catch (IOException thrownOut) {
                // Ending a slow client is the service's good right.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        for (SocketChannel client : clients) {
            client.close();
        }
    }
}
