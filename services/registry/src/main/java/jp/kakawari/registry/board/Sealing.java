package jp.kakawari.registry.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalData;

/** Seals what members write, since free text may name a person, and opens it again. */
@ApplicationScoped
class Sealing {

    private final PersonalData seals;

    Sealing(PersonalData seals) {
        this.seals = seals;
    }

    byte[] seal(UUID owner, String text) {
        return seals.sealBytes(owner, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Null stays null. */
    String open(UUID owner, byte[] sealed) {
        return sealed == null ? null : new String(seals.openBytes(owner, sealed), StandardCharsets.UTF_8);
    }
}
