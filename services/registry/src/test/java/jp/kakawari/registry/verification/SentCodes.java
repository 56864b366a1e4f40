package jp.kakawari.registry.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.atomic.AtomicReference;

/** Takes the codes that would go out by mail. */
@ApplicationScoped
public class SentCodes {

    private final AtomicReference<CodeIssued> last = new AtomicReference<>();

    void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) CodeIssued issued) {
        last.set(issued);
    }

    CodeIssued last() {
        return last.get();
    }
}
