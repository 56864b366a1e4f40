package jp.kakawari.registry.engagement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jp.kakawari.contracts.RelationClass.NON_VISITING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.registry.stage.StagePolicies;
import jp.kakawari.registry.stage.StagePolicy;
import jp.kakawari.registry.supporter.Origin;
import jp.kakawari.registry.supporter.Ties;
import jp.kakawari.registry.tier.FollowTiers;
import org.jboss.logging.Logger;

/**
 * Facts enter the ledger (関わりの記録), ties that are missing begin, stages follow, and all of it is told: in sets, once per
 * fact however often it comes. A fact about somebody who was removed is left out; one about nobody is an error.
 */
@ApplicationScoped
class RecordEngagements {

    private static final Logger LOG = Logger.getLogger(RecordEngagements.class);

    private final Engagements engagements;
    private final Ties ties;
    private final TieStages stages;
    private final StagePolicies policies;
    private final FollowTiers tiers;
    private final Outbox outbox;
    private final Event<ProgramsDone> programs;

    RecordEngagements(
            Engagements engagements,
            Ties ties,
            TieStages stages,
            StagePolicies policies,
            FollowTiers tiers,
            Outbox outbox,
            Event<ProgramsDone> programs) {
        this.engagements = engagements;
        this.ties = ties;
        this.stages = stages;
        this.policies = policies;
        this.tiers = tiers;
        this.outbox = outbox;
        this.programs = programs;
    }

    /** Answers the entries that are new. */
    @Transactional(MANDATORY)
    List<Engagement> record(Collection<Fact> facts) {
        Map<UUID, Ties.Known> known =
                ties.hold(facts.stream().map(Fact::supporter).collect(Collectors.toSet()));
        List<Fact> ofSomebody =
                facts.stream().filter(fact -> isActive(fact, known)).toList();
        List<Engagement> entered = engagements.enter(ofSomebody);
        if (entered.isEmpty()) {
            return entered;
        }
        Set<UUID> touched = entered.stream().map(Engagement::supporter).collect(Collectors.toSet());
        StagePolicy policy = policies.current();
        Set<UUID> changed = new HashSet<>(ties.begin(beginnings(entered), policy));
        changed.addAll(stages.follow(touched, policy));
        ties.tell(changed);
        tiers.follow(touched);
        outbox.append(entered.stream()
                .map(entry -> entry.told(known.get(entry.supporter()).subjectKey()))
                .toList());
        tellPrograms(entered, programs);
        return entered;
    }

    /** Whose entries came out of programs, and where. */
    static void tellPrograms(Collection<Engagement> entries, Event<ProgramsDone> programs) {
        List<Engagement> done =
                entries.stream().filter(entry -> entry.program() != null).toList();
        if (!done.isEmpty()) {
            programs.fire(new ProgramsDone(
                    done.stream().map(Engagement::supporter).collect(Collectors.toSet()),
                    done.stream().map(Engagement::municipality).collect(Collectors.toSet())));
        }
    }

    private static boolean isActive(Fact fact, Map<UUID, Ties.Known> known) {
        Ties.Known supporter = known.get(fact.supporter());
        if (supporter == null) {
            throw new IllegalArgumentException("there never was a supporter " + fact.supporter());
        }
        if (!supporter.active()) {
            LOG.infof("%s %s is about a removed supporter: left out", fact.sourceSystem(), fact.sourceTransaction());
        }
        return supporter.active();
    }

    private static List<Ties.Beginning> beginnings(List<Engagement> entered) {
        return entered.stream()
                .map(entry -> entry.told(null))
                .map(told -> new Ties.Beginning(
                        told.supporter(),
                        told.municipality(),
                        origin(told.program(), told.activity()),
                        told.occurredOn(),
                        isVisit(told)))
                .toList();
    }

    /** Money and points tell of no visit, whatever they were for; taking part does, wherever it was. */
    private static boolean isVisit(EngagementRecorded told) {
        return told.program() != null
                || (told.unit() != Unit.YEN
                        && told.unit() != Unit.POINTS
                        && told.activity()
                                .relationClass()
                                .filter(NON_VISITING::equals)
                                .isEmpty());
    }

    private static Origin origin(UUID program, Activity activity) {
        if (program != null) {
            return Origin.PROGRAM;
        }
        return switch (activity) {
            case HOMETOWN_TAX_DONATION -> Origin.HOMETOWN_TAX;
            case CROWDFUNDING -> Origin.CROWDFUNDING;
            case LOCAL_PRODUCT_PURCHASE -> Origin.PURCHASE;
            case VOLUNTEERING -> Origin.VOLUNTEERING;
            default -> Origin.OTHER;
        };
    }
}
