package jp.kakawari.registry.supporter;

import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * For whom a record is handled: an organisation, a municipality (which has only its own ties in view), or the person.
 *
 * @param municipality 6-digit code where the organisation is a municipality, else null
 * @param person the supporter where they act themself, else null
 * @param account OIDC subject of that person, else null
 */
record Actor(UUID organization, String municipality, UUID person, String account) {

    static Actor of(Caller caller) {
        if (caller.is(Roles.SUPPORTER)) {
            return new Actor(null, null, caller.supporter().orElseThrow(NotYours::new), caller.subject());
        }
        UUID organization = caller.organization().orElseThrow(NotYours::new);
        String municipality =
                caller.is(Roles.MUNICIPALITY) ? caller.government().orElseThrow(NotYours::new) : null;
        return new Actor(organization, municipality, null, null);
    }

    boolean mayHandle(Supporter supporter) {
        return person == null
                ? supporter.isRegisteredBy(organization)
                : supporter.id().equals(person);
    }

    /** As whom they end a tie: only a municipality speaks for itself and not for the person. */
    EndedBy ends() {
        return municipality == null ? EndedBy.PERSON : EndedBy.MUNICIPALITY;
    }

    /** Whether a tie to that municipality is in their view. */
    boolean sees(String code) {
        return municipality == null || municipality.equals(code);
    }
}
