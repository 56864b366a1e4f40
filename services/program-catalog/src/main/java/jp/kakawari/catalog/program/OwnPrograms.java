package jp.kakawari.catalog.program;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What the neighbours in this service may ask about a program on behalf of the caller. */
@ApplicationScoped
public class OwnPrograms {

    private final Programs programs;

    @Inject
    OwnPrograms(Programs programs) {
        this.programs = programs;
    }

    /** Passes when everybody, or the caller as its host, may read it; else it is not found. */
    public void mustBeReadable(UUID id) {
        programs.readable(id);
    }

    /** Passes when the caller hosts it and its state allows the action; it stays so until the transaction ends. */
    @Transactional(MANDATORY)
    public void mustAllow(Action action, UUID id) {
        programs.ownForChange(id).must(action);
    }
}
