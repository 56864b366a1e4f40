package jp.kakawari.registry.consent;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;

/** A person stops what somebody sends them without signing in, by a link of it (配信停止). */
@ApplicationScoped
public class Unsubscribe {

    private final DecideConsent deciding;

    Unsubscribe(DecideConsent deciding) {
        this.deciding = deciding;
    }

    /** From the end of this transaction on; as good as their own word, which no list undoes. */
    @Transactional(MANDATORY)
    public void from(UUID supporter, Recipient recipient, Purpose purpose) {
        deciding.end(supporter, recipient, purpose, Through.UNSUBSCRIBE);
    }
}
