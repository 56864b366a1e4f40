package jp.kakawari.registry.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.personal.PersonalReads;
import jp.kakawari.registry.personal.PersonalReads.Purpose;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Roles;

/**
 * Everybody reads who holds which office, by name where that is published; the municipality that appointed them and the
 * secretariat read all names, and that they did is recorded (役職者の閲覧).
 */
@ApplicationScoped
class ReadOfficers {

    private final Officers officers;
    private final OfficerNames names;
    private final PersonalReads reads;
    private final Caller caller;
    private final Clock clock;

    ReadOfficers(Officers officers, OfficerNames names, PersonalReads reads, Caller caller, Clock clock) {
        this.officers = officers;
        this.names = names;
        this.reads = reads;
        this.caller = caller;
        this.clock = clock;
    }

    Officers.Filter filter(String municipality, OfficerRole role, OfficerState state, Boolean trained) {
        return new Officers.Filter(municipality, role, state, trained, today());
    }

    @Transactional
    OfficerView one(UUID id) {
        Officer officer = officers.findByIdOptional(id).orElseThrow(NotFound::new);
        if (!seesName(officer)) {
            return view(officer, names.published(officer), today());
        }
        recordUnpublished(List.of(officer));
        return view(officer, names.of(officer), today());
    }

    /** One row more than the page shows. */
    @Transactional
    List<OfficerView> published(Officers.Filter filter, PageRequest page) {
        return officers.page(filter, page).stream()
                .map(officer -> view(officer, names.published(officer), filter.today()))
                .toList();
    }

    /** One row more than the page shows, with all names; that they were read is recorded. */
    @Transactional
    List<OfficerView> named(Officers.Filter filter, PageRequest page) {
        List<Officer> found = officers.page(filter, page);
        recordUnpublished(found.subList(0, Math.min(found.size(), page.limit())));
        return found.stream()
                .map(officer -> view(officer, names.of(officer), filter.today()))
                .toList();
    }

    long count(Officers.Filter filter) {
        return officers.count(filter);
    }

    private boolean seesName(Officer officer) {
        return caller.is(Roles.SECRETARIAT) || isOwn(officer);
    }

    private boolean isOwn(Officer officer) {
        return caller.is(Roles.MUNICIPALITY) && caller.speaksFor(officer.municipality());
    }

    private OfficerView view(Officer officer, String name, LocalDate today) {
        return OfficerView.of(officer, name, today, isOwn(officer));
    }

    private void recordUnpublished(List<Officer> read) {
        reads.record(
                Purpose.OFFICER_LIST,
                read.stream()
                        .filter(officer -> officer.sealedName() != null && !officer.published())
                        .map(Officer::id)
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
