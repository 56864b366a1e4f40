package jp.kakawari.registry.mail;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jp.kakawari.registry.organization.CodeForLost;

/** Writes to a member's contact when a code for its lost secret was given out (シークレット再設定の通知), so that they can object. */
@ApplicationScoped
class TellContact {

    private final SendMail mail;
    private final Template template;

    TellContact(SendMail mail, @Location("mail/recovery.txt") Template template) {
        this.mail = mail;
        this.template = template;
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) CodeForLost given) {
        String text = template.data("given", given).render();
        Letter letter = new Letter(given.email(), "シークレット再設定のお知らせ", text);
        Thread.startVirtualThread(() -> mail.send(letter));
    }
}
