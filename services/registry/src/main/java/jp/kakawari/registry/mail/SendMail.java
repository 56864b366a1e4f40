package jp.kakawari.registry.mail;

import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.ExecutionException;
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

    SendMail(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    /** Waits for the mail server's answer; call it outside of a transaction. */
    public Posted send(Letter letter) {
        Mail mail = Mail.withText(letter.to(), letter.subject(), letter.text());
        if (letter.unsubscribe() != null) {
            mail.addHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            mail.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        try {
            mailer.send(mail).await().atMost(config.within());
            return Posted.SENT;
        } catch (RuntimeException trouble) {
            Log.warnf("A letter was not taken: %s", trouble.getClass().getSimpleName());
            return refused(trouble) ? Posted.REFUSED : Posted.UNKNOWN;
        }
    }

    /** Side by side; the answers in the order of the letters. */
    public List<Posted> send(List<Letter> letters) {
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

    /** Whether it is certain that the server did not take it: it said so, was not there, or the address is none. */
    private static boolean refused(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException
                    || cause instanceof ConnectException
                    || cause instanceof IllegalArgumentException) {
                return true;
            }
        }
        return false;
    }
}
