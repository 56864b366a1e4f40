package jp.kakawari.registry.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.stage.StagePolicies;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotYours;

/** The step that registering, correcting and self-registering share: describe, tie, tell. */
@ApplicationScoped
class WriteSupporter {

    private final Description.Maker descriptions;
    private final MailConsents mailConsents;
    private final Guardians guardians;
    private final KeepVerified verified;
    private final StagePolicies policies;
    private final Outbox outbox;
    private final Event<TiesEnded> endings;
    private final Clock clock;

    WriteSupporter(
            Description.Maker descriptions,
            MailConsents mailConsents,
            Guardians guardians,
            KeepVerified verified,
            StagePolicies policies,
            Outbox outbox,
            Event<TiesEnded> endings,
            Clock clock) {
        this.endings = endings;
        this.descriptions = descriptions;
        this.mailConsents = mailConsents;
        this.guardians = guardians;
        this.verified = verified;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    void write(Supporter supporter, SupporterRequest request, Actor actor, String remarks) {
        write(supporter, request, name -> true, actor, remarks);
    }

    /** Of the profile only what is named is checked. */
    void write(Supporter supporter, SupporterRequest request, Predicate<String> named, Actor actor, String remarks) {
        Instant now = clock.instant();
        List<TieRequest> ties = request.ties();
        if (ties != null) {
            check(ties, actor);
            mailConsents.tell(supporter.id(), ties, actor);
        }
        boolean lacksGuardian = askGuardian(supporter, request, actor);
        Description description = descriptions.describe(supporter.id(), request.profile(), named, remarks);
        verified.becomes(supporter, description);
        supporter.describe(
                description,
                lacksGuardian,
                actor.account() == null ? supporter.account() : actor.account(),
                request.channel(),
                now);
        if (ties != null) {
            List<String> ended = supporter.tie(ties, actor, policies.current(), LocalDate.now(clock));
            if (!ended.isEmpty()) {
                endings.fire(new TiesEnded(supporter.id(), supporter.revision(), ended));
            }
        }
        outbox.append(supporter.told());
    }

    /**
     * Before a minor has a tie somebody consents for them, also when it is told later that they are one. Answers whether
     * nobody has.
     */
    private boolean askGuardian(Supporter supporter, SupporterRequest request, Actor actor) {
        Profile profile = request.profile();
        if (!guardians.isMinor(profile.kind(), profile.birthDate())) {
            return false;
        }
        if (request.guardian() != null) {
            guardians.consented(supporter.id(), request.guardian(), actor);
            return false;
        }
        boolean missing = !guardians.known(supporter.id());
        if (missing && staysTied(supporter, request.ties(), actor)) {
            throw new GuardianNeeded();
        }
        return missing;
    }

    private static boolean staysTied(Supporter supporter, List<TieRequest> wished, Actor actor) {
        boolean wishes = wished != null && !wished.isEmpty();
        return wishes
                || supporter.tiedBySomebody().anyMatch(municipality -> wished == null || !actor.sees(municipality));
    }

    private static void check(List<TieRequest> ties, Actor actor) {
        Set<LocalGovernmentCode> seen = new HashSet<>();
        for (int i = 0; i < ties.size(); i++) {
            LocalGovernmentCode municipality = ties.get(i).municipality();
            String pointer = "/ties/" + i + "/municipality";
            if (Municipalities.byCode(municipality).isEmpty()) {
                throw new InvalidBody().at(pointer, "is no municipality of today", "現存する市区町村のコードではありません");
            }
            if (!seen.add(municipality)) {
                throw new InvalidBody().at(pointer, "is named twice", "同じ市区町村が2回指定されています");
            }
            if (!actor.sees(municipality.value())) {
                throw new NotYours();
            }
        }
    }
}
