package jp.kakawari.registry.mail;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;

/** The way to a mail server that is away. */
@ApplicationScoped
public class AwayMail {

    private final ReactiveMailer mailer;
    private final MailConfig config;
    private final Vertx vertx;

    AwayMail(ReactiveMailer mailer, MailConfig config, Vertx vertx) {
        this.mailer = mailer;
        this.config = config;
        this.vertx = vertx;
    }

    /** Nothing listens there. */
    public SendMail refusing() {
        try (ServerSocket closed = new ServerSocket(0)) {
            return new SendMail(
                    mailer, config, new MailServer("localhost", closed.getLocalPort(), Duration.ofSeconds(5)), vertx);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Something listens there and doesn't answer within that time. */
    SendMail silent(int port, Duration within) {
        return new SendMail(mailer, config, new MailServer("localhost", port, within), vertx);
    }
}
