package jp.kakawari.registry.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalData;

/** Seals contacts (連絡先) for their organisation and opens them again: a contact names a person. */
@ApplicationScoped
class Contacts {

    private final PersonalData personalData;
    private final ObjectMapper json;

    Contacts(PersonalData personalData, ObjectMapper json) {
        this.personalData = personalData;
        this.json = json;
    }

    /** Null stays null. */
    byte[] seal(UUID organization, Contact contact) {
        try {
            return contact == null ? null : personalData.sealBytes(organization, json.writeValueAsBytes(contact));
        } catch (JsonProcessingException broken) {
            throw unreadable(organization);
        }
    }

    /** Null stays null. */
    Contact open(Organization organization) {
        try {
            return organization.contact() == null
                    ? null
                    : json.readValue(personalData.openBytes(organization.id(), organization.contact()), Contact.class);
        } catch (IOException broken) {
            throw unreadable(organization.id());
        }
    }

    /** Without its cause, which would quote what it could not read. */
    private static IllegalStateException unreadable(UUID organization) {
        return new IllegalStateException("the contact of " + organization + " is not what this version writes");
    }
}
