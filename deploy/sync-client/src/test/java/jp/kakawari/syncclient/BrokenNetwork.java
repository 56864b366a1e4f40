package jp.kakawari.syncclient;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy or a line between the clerk and the registry that cuts, replaces or refuses; signing in works unless said otherwise. */
final class BrokenNetwork implements AutoCloseable {

    static final HttpHandler LOGIN_PAGE = exchange -> answer(exchange, 200, "text/html", "<html>Proxy login</html>");
    static final HttpHandler CUT = exchange -> {
        begin(exchange);
        exchange.close();
    };
    /** The line stays open, and nothing more comes. */
    static final HttpHandler STALLED = BrokenNetwork::begin;

    static final HttpHandler SILENT = exchange -> exchange.getRequestBody().readAllBytes();

    private final HttpServer server;
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private volatile HttpHandler line = LOGIN_PAGE;
    private volatile HttpHandler signIn =
            exchange -> answer(exchange, 200, "application/json", "{\"access_token\": \"t\", \"expires_in\": 300}");

    BrokenNetwork() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> signIn.handle(exchange));
        server.createContext("/v1", exchange -> {
            asked.add(exchange.getRequestURI());
            line.handle(exchange);
        });
        server.start();
    }

    BrokenNetwork line(HttpHandler handler) {
        line = handler;
        return this;
    }

    BrokenNetwork signIn(HttpHandler handler) {
        signIn = handler;
        return this;
    }

    /** What was asked for, but for tokens. */
    List<URI> asked() {
        return asked;
    }

    static HttpHandler json(int status, String body) {
        return exchange -> answer(exchange, status, "application/json", body);
    }

    static HttpHandler problem(int status, String code) {
        return exchange -> answer(
                exchange,
                status,
                "application/problem+json",
                "{\"title\": \"%1$s\", \"code\": \"%1$s\"}".formatted(code));
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "text/csv");
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"items\": [".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Settings settings() {
        return new Settings(address(), address().resolve("/token"), "hida", "hida-secret", "212172");
    }

    Registry registry(Pause pause) {
        return new Registry(settings(), pause, ProgressLine.unseen());
    }

    Registry registry(Pause pause, Duration answering) {
        return new Registry(settings(), pause, ProgressLine.unseen(), answering);
    }

    /** The settings as a clerk writes them. */
    Path settings(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("kakawari-sync.properties"),
                "registry=%s\ntoken=%s/token\nclient=hida\nsecret=hida-secret\nmunicipality=212172\n"
                        .formatted(address(), address()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
