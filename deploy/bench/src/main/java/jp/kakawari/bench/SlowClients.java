package jp.kakawari.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Clients that send one byte a second of what they have to say, for as long as they are let. */
final class SlowClients implements AutoCloseable {

    /** Who sends slowly. */
    record SlowTown(String code, String client) {}

    private static final List<SlowTown> TOWNS = List.of(
            new SlowTown("242161", "iga"),
            new SlowTown("434230", "minamioguni"),
            new SlowTown("152056", "kashiwazaki"),
            new SlowTown("212172", "hida"));
    private static final int BODY = 100_000;
    private static final String HEADERS =
            "POST /v1/supporters HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Slow: ";

    private final List<SlowClient> clients = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private SlowClients() {
        clock.scheduleAtFixedRate(this::sendOne, 0, 1, TimeUnit.SECONDS);
    }

    /** So many who don't get to the end of their headers, and nobody knows who they are. */
    static SlowClients inHeaders(URI service, int count) throws IOException {
        SlowClients nobodies = new SlowClients();
        for (int i = 0; i < count; i++) {
            nobodies.add(service, "", HEADERS);
        }
        return nobodies;
    }

    /** Towns who have said all but the body of a registration, which is a long one. */
    static SlowClients inBodies(URI service, int count, Function<SlowTown, String> tokens) throws IOException {
        SlowClients towns = new SlowClients();
        for (int i = 0; i < count; i++) {
            String token = tokens.apply(TOWNS.get(i % TOWNS.size()));
            towns.add(service, head("/v1/supporters", token, "application/json"), "{\"channel\":\"");
        }
        return towns;
    }

    /** The same in a list, where each town may send one at a time. */
    static SlowClients inLists(URI service, int count, Function<SlowTown, String> tokens) throws IOException {
        SlowClients towns = new SlowClients();
        for (int i = 0; i < count; i++) {
            SlowTown town = TOWNS.get(i % TOWNS.size());
            String syncs = "/v1/municipalities/%s/supporter-syncs".formatted(town.code());
            towns.add(service, head(syncs, tokens.apply(town), "text/csv"), "会員番号,氏名,生年月日\r\n");
        }
        return towns;
    }

    private static String head(String path, String token, String contentType) {
        return """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Idempotency-Key: %s\r
                Content-Type: %s\r
                Content-Length: %d\r
                \r
                """.formatted(path, token, UUID.randomUUID(), contentType, BODY);
    }

    private synchronized void add(URI service, String atOnce, String slowly) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(service.getHost(), service.getPort()));
        channel.write(StandardCharsets.US_ASCII.encode(atOnce));
        channel.configureBlocking(false);
        clients.add(new SlowClient(channel, slowly.getBytes(StandardCharsets.UTF_8)));
    }

    /** Those who were neither answered nor hung up on yet. */
    synchronized int connected() {
        return (int) clients.stream().filter(SlowClient::isLet).count();
    }

    /** "40 of 40". */
    String told() {
        return "%d of %d".formatted(connected(), clients.size());
    }

    private synchronized void sendOne() {
        clients.forEach(SlowClient::sendOne);
    }

    @Override
    public synchronized void close() throws IOException {
        clock.shutdownNow();
        for (SlowClient client : clients) {
            client.channel.close();
        }
    }

    private static final class SlowClient {

        private final SocketChannel channel;
        private final byte[] words;
        private int sent;
        private boolean let = true;

        SlowClient(SocketChannel channel, byte[] words) {
            this.channel = channel;
            this.words = words;
        }

        void sendOne() {
            if (isLet()) {
                byte next = sent < words.length ? words[sent] : (byte) 'x';
                try {
                    sent += channel.write(ByteBuffer.wrap(new byte[] {next}));
                } catch (IOException thrownOut) {
                    let = false;
                }
            }
        }

        /** An answer before the request is whole is a refusal. */
        boolean isLet() {
            try {
                let = let && channel.read(ByteBuffer.allocate(1)) == 0;
            } catch (IOException thrownOut) {
                let = false;
            }
            return let;
        }
    }
}
