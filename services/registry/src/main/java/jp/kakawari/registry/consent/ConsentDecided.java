package jp.kakawari.registry.consent;

import java.util.UUID;
import jp.kakawari.contracts.registry.ConsentChanged;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;

/** A consent stands otherwise than before, told within the transaction. */
public record ConsentDecided(
        UUID supporter, Recipient recipient, Purpose purpose, long revision, ConsentState state, Integer terms) {

    static ConsentDecided of(UUID supporter, ConsentView now) {
        return new ConsentDecided(
                supporter, new Recipient(now.recipient()), now.purpose(), now.revision(), now.state(), now.terms());
    }

    /** What the other services learn. */
    ConsentChanged told() {
        return new ConsentChanged(
                supporter,
                ConsentChanged.Purpose.valueOf(purpose.name()),
                recipient.value(),
                revision,
                ConsentChanged.State.valueOf(state.name()),
                terms);
    }
}
