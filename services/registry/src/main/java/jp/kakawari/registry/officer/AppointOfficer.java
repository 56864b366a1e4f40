package jp.kakawari.registry.officer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.ETags;
import jp.kakawari.web.MergePatch;
import jp.kakawari.web.NotFound;

/**
 * A municipality appoints somebody and changes the appointment (任命・任期の変更): ends the term, notes a training, publishes the
 * name or takes it back, while it is an active member. An ended term stays as history; without a name it says nothing of anybody.
 */
@ApplicationScoped
class AppointOfficer {

    private final Officers officers;
    private final OfficerNames names;
    private final ActiveMembers active;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    AppointOfficer(
            Officers officers,
            OfficerNames names,
            ActiveMembers active,
            ObjectMapper json,
            Validator validator,
            Clock clock) {
        this.officers = officers;
        this.names = names;
        this.active = active;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    @Transactional
    OfficerView appoint(String municipality, OfficerRequest request) {
        active.callerMustBeActive();
        return write(new Officer(NewId.next(), municipality), request);
    }

    @Transactional
    OfficerView change(String municipality, UUID id, String ifMatch, JsonNode patch) {
        active.callerMustBeActive();
        Officer officer = officers.held(municipality, id).orElseThrow(NotFound::new);
        ETags.mustMatch(ifMatch, officer.revision());
        OfficerRequest changed = MergePatch.apply(json, officer.stated(names.of(officer)), patch, OfficerRequest.class);
        var violations = validator.validate(changed);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return write(officer, changed);
    }

    private OfficerView write(Officer officer, OfficerRequest request) {
        LocalDate today = LocalDate.now(clock);
        request.check(today);
        officer.become(request, names.seal(officer.id(), request.name()), clock.instant());
        officers.save(officer);
        return OfficerView.of(officer, request.name(), today, true);
    }
}
