package jp.kakawari.registry.officer;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalData;

/** Seals the names of officers (氏名) for their appointment and opens them again. */
@ApplicationScoped
class OfficerNames {

    private final PersonalData personalData;

    OfficerNames(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** Null stays null. */
    byte[] seal(UUID officer, String name) {
        return name == null ? null : personalData.sealBytes(officer, name.getBytes(StandardCharsets.UTF_8));
    }

    /** Null where nobody is named. */
    String of(Officer officer) {
        byte[] sealed = officer.sealedName();
        return sealed == null ? null : new String(personalData.openBytes(officer.id(), sealed), StandardCharsets.UTF_8);
    }

    /** What everybody may see of it. */
    String published(Officer officer) {
        return officer.published() ? of(officer) : null;
    }
}
