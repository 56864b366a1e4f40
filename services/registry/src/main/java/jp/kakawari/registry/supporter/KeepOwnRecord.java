package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kakawari.web.ETags;

/** A person registers themself or replaces what they said (本人による登録). */
@ApplicationScoped
class KeepOwnRecord {

    private final Supporters supporters;
    private final RegisterSupporter registering;
    private final WriteSupporter writing;

    KeepOwnRecord(Supporters supporters, RegisterSupporter registering, WriteSupporter writing) {
        this.supporters = supporters;
        this.registering = registering;
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
        if (supporter.active()) {
            ETags.mustMatch(ifMatch, supporter.revision());
        }
        writing.write(supporter, request, person, null);
        return new Registered(supporter.id(), supporter.revision());
    }
}
