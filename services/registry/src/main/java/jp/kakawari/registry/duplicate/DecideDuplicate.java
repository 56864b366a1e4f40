package jp.kakawari.registry.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.registry.person.CountPersons;
import jp.kakawari.registry.person.Pair;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;

/**
 * Somebody decides whether two records are one person (名寄せの判断), or undoes that decision. Both records stay as they are; one
 * person's count as one from the same transaction on, and each by itself once nothing joins them any more; two people's
 * count as two, also where the same data gave both the same key.
 */
@ApplicationScoped
class DecideDuplicate {

    private final Candidates candidates;
    private final CountPersons persons;
    private final Caller caller;

    DecideDuplicate(Candidates candidates, CountPersons persons, Caller caller) {
        this.candidates = candidates;
        this.persons = persons;
        this.caller = caller;
    }

    @Transactional
    Candidate decide(Desk desk, UUID id, String ifMatch, boolean samePerson) {
        Set<UUID> concerned = concerned(desk, id);
        Candidate candidate = held(desk, id, ifMatch);
        if (candidate.state() != State.OPEN) {
            throw new AlreadyDecided(candidate.state().allowedActions());
        }
        candidates.decide(id, samePerson ? State.MERGED : State.DISTINCT, desk, caller.subject());
        persons.count(concerned);
        return candidates.now(id);
    }

    @Transactional
    Candidate undo(Desk desk, UUID id, String ifMatch) {
        Set<UUID> concerned = concerned(desk, id);
        Candidate candidate = held(desk, id, ifMatch);
        if (candidate.state() == State.OPEN) {
            throw new NotDecided(candidate.state().allowedActions());
        }
        candidates.open(id);
        persons.count(concerned);
        return candidates.now(id);
    }

    /** Supporters are held before candidates, as by whoever removes one. */
    private Set<UUID> concerned(Desk desk, UUID id) {
        Pair pair = candidates.of(desk, id).orElseThrow(NotFound::new).pair();
        return persons.hold(List.of(pair.a(), pair.b()));
    }

    private Candidate held(Desk desk, UUID id, String ifMatch) {
        Candidate candidate = candidates.held(desk, id).orElseThrow(NotFound::new);
        ETags.mustMatch(ifMatch, candidate.revision());
        return candidate;
    }
}
