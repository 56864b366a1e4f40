package jp.kakawari.registry.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.roster.Row;

/** What hides the personal data of a list. */
@Singleton
public class Seals {

    private final PersonalData personalData;
    private final BlindIndex index;
    private final ObjectMapper json;

    Seals(PersonalData personalData, BlindIndex index, ObjectMapper json) {
        this.personalData = personalData;
        this.index = index;
        this.json = json;
    }

    public PersonalData personalData() {
        return personalData;
    }

    public BlindIndex index() {
        return index;
    }

    /** A row as it came, for the sender of that list alone. */
    public byte[] cells(UUID job, Row row) {
        try {
            return personalData.sealBytes(job, json.writeValueAsBytes(row.cells()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
