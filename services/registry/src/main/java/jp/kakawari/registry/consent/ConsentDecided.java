package jp.kakawari.registry.consent;

import java.util.UUID;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;

/** A consent stands otherwise than before, told within the transaction. */
public record ConsentDecided(UUID supporter, Recipient recipient, Purpose purpose, long revision, ConsentState state) {}
