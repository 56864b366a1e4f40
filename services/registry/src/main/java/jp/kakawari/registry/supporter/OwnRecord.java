package jp.kakawari.registry.supporter;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;

/** The record of the person who calls (本人の記録), for whatever else they do with it. */
@ApplicationScoped
public class OwnRecord {

    private final ReadSupporter reading;
    private final Supporters supporters;
    private final Caller caller;

    OwnRecord(ReadSupporter reading, Supporters supporters, Caller caller) {
        this.reading = reading;
        this.supporters = supporters;
        this.caller = caller;
    }

    public UUID id() {
        return caller.supporter().orElseThrow(NotYours::new);
    }

    /** As {@code GET /v1/me} answers it; to whoever is not registered there is none. */
    @Transactional(MANDATORY)
    public SupporterView read() {
        Actor me = Actor.of(caller);
        return reading.read(me.person(), me);
    }

    /** Holds it until the transaction ends. */
    @Transactional(MANDATORY)
    public void hold() {
        supporters.heldBy(Actor.of(caller), id());
    }
}
