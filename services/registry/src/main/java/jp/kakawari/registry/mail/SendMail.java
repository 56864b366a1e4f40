package jp.kakawari.registry.mail;

import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Hands letters to the mail server (SMTP), each of them once: it never tries again by itself. Addresses and what the server
 * says of them reach no log.
 */
@ApplicationScoped
public class SendMail {

    private final ReactiveMailer mailer;
    private final MailConfig config;
    private final MailServer server;
    private final Executor eventLoop;

    SendMail(ReactiveMailer mailer, MailConfig config, MailServer server, Vertx vertx) {
        this.mailer = mailer;
        this.config = config;
        this.server = server;
        this.eventLoop = MutinyHelper.executor(VertxContext.getRootContext(vertx.getOrCreateContext()));
    }

    /** Waits for the mail server's answer; call it outside of a transaction. */
    public Posted send(Letter letter) {
        if (!isAddress(letter.to())) {
            return Posted.REFUSED;
        }
        return server.isThere() ? hand(letter) : Posted.NOT_NOW;
    }

    private Posted hand(Letter letter) {
        Mail mail = Mail.withText(letter.to(), letter.subject(), letter.text());
        if (letter.unsubscribe() != null) {
            mail.addHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            mail.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        try {
            onItsEventLoop(mail).await().atMost(config.within());
            server.answered();
            return Posted.SENT;
        } catch (RuntimeException trouble) {
            Log.warnf("A letter was not taken: %s", trouble.getClass().getSimpleName());
            server.silent();
            return posted(trouble);
        }
    }

    /**
     * All on one event loop. The mail client connects on one loop and takes up the conversation on that of its caller: where
     * these are two, it now and then misses the server's greeting and waits for it until the end.
     */
    private Uni<Void> onItsEventLoop(Mail mail) {
        return Uni.createFrom().deferred(() -> mailer.send(mail)).runSubscriptionOn(eventLoop);
    }

    /** Asked before the mailer is: it would spend a connection on what is none. */
    private static boolean isAddress(String text) {
        try {
            return new EmailAddress(text).getEmail() != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Side by side; the answers in the order of the letters. */
    public List<Posted> send(List<Letter> letters) {
        if (!letters.isEmpty() && !server.isThere()) {
            return letters.stream()
                    .map(letter -> isAddress(letter.to()) ? Posted.NOT_NOW : Posted.REFUSED)
                    .toList();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return letters.stream().map(letter -> threads.submit(() -> send(letter))).toList().stream()
                    .map(SendMail::answer)
                    .toList();
        }
    }

    private static Posted answer(Future<Posted> sent) {
        try {
            return sent.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Posted.UNKNOWN;
        } catch (ExecutionException broken) {
            return Posted.UNKNOWN;
        }
    }

    /** What the trouble says of the letter: a refusal is final only where another try would meet it too. */
    static Posted posted(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SMTPException said -> {
                    return said.isPermanent() && !ofTheSender(said.getReplyCode()) ? Posted.REFUSED : Posted.NOT_NOW;
                }
                case ConnectException away -> {
                    return Posted.NOT_NOW;
                }
                case UnknownHostException away -> {
                    return Posted.NOT_NOW;
                }
                case IllegalArgumentException noAddress -> {
                    return Posted.REFUSED;
                }
                default -> {}
            }
        }
        return Posted.UNKNOWN;
    }

    /** Whether it is about this service's own login (RFC 4954) and not about the letter. */
    private static boolean ofTheSender(int reply) {
        return reply >= 530 && reply <= 538;
    }
}
