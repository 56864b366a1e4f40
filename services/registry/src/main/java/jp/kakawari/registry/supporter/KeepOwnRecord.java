package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.web.ETags;

/** A person registers themself or replaces what they said (本人による登録); a municipality's remarks (備考) stay. */
@ApplicationScoped
class KeepOwnRecord {

    private final Supporters supporters;
    private final RegisterSupporter registering;
    private final PersonalData personalData;
    private final WriteSupporter writing;

    KeepOwnRecord(
            Supporters supporters, RegisterSupporter registering, PersonalData personalData, WriteSupporter writing) {
        this.supporters = supporters;
        this.registering = registering;
        this.personalData = personalData;
        this.writing = writing;
    }

    /** Replacing an active record needs its revision; a first registration, or one after a removal, needs none. */
    @Transactional
    Registered keep(SupporterRequest request, String ifMatch, Actor person) {
        Optional<Supporter> known = supporters.held(person.person());
        if (known.isEmpty()) {
            return registering.register(request, person);
        }
        Supporter supporter = known.get();
        String remarks = null;
        if (supporter.active()) {
            ETags.mustMatch(ifMatch, supporter.revision());
            remarks = personalData.open(supporter.id(), supporter.sealed()).remarks();
        }
        writing.write(supporter, request, person, remarks);
        return new Registered(supporter.id(), supporter.revision());
    }
}
