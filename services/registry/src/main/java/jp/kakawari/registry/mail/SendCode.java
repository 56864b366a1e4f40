package jp.kakawari.registry.mail;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jp.kakawari.registry.verification.CodeIssued;
import jp.kakawari.web.JapanTime;

/** Sends a code to the address that it is to prove (確認コードの送付), once it is kept; nobody waits for the mail server. */
@ApplicationScoped
class SendCode {

    private final SendMail mail;
    private final Template japanese;
    private final Template english;

    SendCode(
            SendMail mail,
            @Location("mail/code.txt") Template japanese,
            @Location("mail/code_en.txt") Template english) {
        this.mail = mail;
        this.japanese = japanese;
        this.english = english;
    }

    void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) CodeIssued issued) {
        boolean foreign = issued.languages() != null
                && !issued.languages().isEmpty()
                && !issued.languages().getFirst().startsWith("ja");
        String text = (foreign ? english : japanese)
                .data("code", issued.code())
                .data("until", JapanTime.of(issued.expiresAt()).toLocalTime().withNano(0))
                .render();
        Letter letter = new Letter(issued.email(), foreign ? "Your code" : "確認コード", text);
        Thread.startVirtualThread(() -> mail.send(letter));
    }
}
