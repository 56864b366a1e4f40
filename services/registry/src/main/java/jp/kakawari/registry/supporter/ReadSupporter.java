package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.personal.PersonalReads;

/** A record is read by who may handle it (閲覧); an organisation's read is recorded for the person to see. */
@ApplicationScoped
class ReadSupporter {

    private final Supporters supporters;
    private final PersonalData personalData;
    private final PersonalReads reads;
    private final Guardians guardians;

    ReadSupporter(Supporters supporters, PersonalData personalData, PersonalReads reads, Guardians guardians) {
        this.guardians = guardians;
        this.supporters = supporters;
        this.personalData = personalData;
        this.reads = reads;
    }

    @Transactional
    SupporterView read(UUID id, Actor actor) {
        Supporter supporter = supporters.of(actor, id);
        if (actor.person() == null) {
            reads.record(PersonalReads.Purpose.RECORD, List.of(id));
        }
        return SupporterView.of(supporter, personalData.open(id, supporter.sealed()), actor, guardians.known(id));
    }

    /** How many reads of a record are recorded. */
    long readsOf(UUID id) {
        return supporters.readsOf(id);
    }
}
