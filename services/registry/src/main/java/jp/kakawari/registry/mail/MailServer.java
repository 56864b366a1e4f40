package jp.kakawari.registry.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether the mail server can be reached (メールサーバーの到達確認). The mailer waits a minute to be connected, which can't be set,
 * and of a letter that was given up before that nobody would know whether it was taken. So who has heard nothing of the
 * server for a while tries to connect before any letter is handed over.
 */
@ApplicationScoped
class MailServer {

    private static final long SILENT_FOR = Duration.ofSeconds(30).toNanos();

    private final String host;
    private final int port;
    private final Duration within;
    private volatile long heardAt = System.nanoTime() - SILENT_FOR;

    @Inject
    MailServer(
            @ConfigProperty(name = "quarkus.mailer.host") String host,
            @ConfigProperty(name = "quarkus.mailer.port") int port,
            MailConfig config) {
        this(host, port, config.connectWithin());
    }

    MailServer(String host, int port, Duration within) {
        this.host = host;
        this.port = port;
        this.within = within;
    }

    /** Waits no longer than it may take to connect. */
    boolean isThere() {
        if (System.nanoTime() - heardAt < SILENT_FOR) {
            return true;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(within.toMillis()));
            answered();
            return true;
        } catch (IOException away) {
            return false;
        }
    }

    void answered() {
        heardAt = System.nanoTime();
    }

    /** So that the next one looks first. */
    void silent() {
        heardAt = System.nanoTime() - SILENT_FOR;
    }
}
