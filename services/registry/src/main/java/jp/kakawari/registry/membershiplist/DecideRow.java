package jp.kakawari.registry.membershiplist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.membershiplist.KnownMemberships.Content;
import jp.kakawari.registry.membershiplist.KnownMemberships.Known;
import jp.kakawari.registry.membershiplist.KnownMemberships.Standing;
import jp.kakawari.registry.membershiplist.KnownScheme.Policy;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.staging.ListedMembers.Member;
import jp.kakawari.registry.staging.Outcome;

/**
 * What one row of a list makes of a membership (取り込みの判断). A row is of one number in one scheme; what it leaves empty stays
 * as it is, or is what the policy in force says of somebody new. Who holds another number in the scheme and comes with this
 * one as valid has a new card: the other one ends.
 *
 * <p>A row that says what the list said last time changes nothing, whatever became of the membership since. One that says
 * something new and would overwrite what a person or a desk changed here since the last exchange is rejected
 * (CHANGED_ON_BOTH_SIDES), unless the list is to win. Before the first exchange the last one is the day on which the membership
 * began: whom nobody changed since they joined the list may speak of. A row that says just what was done here has heard of it.
 * Who withdrew here is not enrolled anew by another number either.
 */
final class DecideRow {

    private final String municipality;
    private final boolean listWins;
    private final LocalDate today;

    DecideRow(String municipality, boolean listWins, LocalDate today) {
        this.municipality = municipality;
        this.listWins = listWins;
        this.today = today;
    }

    /**
     * @param outcome CREATED, CHANGED, UNCHANGED, or REJECTED for that reason
     * @param state that the row wants, null where the number isn't its member's to speak of
     * @param content as it shall stand
     * @param replaced the membership that it takes the place of, or null
     * @param told what is to be kept of what the row says, null where nothing is
     * @param heard whether the list knows now what was changed here
     */
    record Decision(
            Outcome outcome, Reason reason, State state, Content content, Known replaced, byte[] told, boolean heard) {

        static Decision rejected(Reason reason, State wanted) {
            return new Decision(Outcome.REJECTED, reason, wanted, null, null, null, false);
        }

        static Decision leftAlone(State wanted, Known known) {
            return new Decision(Outcome.UNCHANGED, null, wanted, known.content(), null, null, false);
        }

        static Decision agreed(MembershipRow row, Content content, boolean heard) {
            return new Decision(Outcome.UNCHANGED, null, content.state(), content, null, row.fingerprint(), heard);
        }

        static Decision taken(Outcome outcome, MembershipRow row, Content content, Known replaced) {
            return new Decision(outcome, null, content.state(), content, replaced, row.fingerprint(), true);
        }
    }

    /** @param standing of the row's number and of its member in its scheme */
    Decision decide(MembershipRow row, KnownScheme scheme, Member member, Standing standing) {
        Known numbered = standing.numbered();
        Known held = standing.held();
        if (member == null) {
            return Decision.rejected(Reason.UNKNOWN_MEMBER, null);
        }
        if (numbered != null && !numbered.supporter().equals(member.supporter())) {
            return Decision.rejected(Reason.MEMBERSHIP_NUMBER_TAKEN, null);
        }
        StateWord state = state(row, numbered);
        Known replaced = state.state() == State.ACTIVE
                        && held != null
                        && (numbered == null || !held.id().equals(numbered.id()))
                ? held
                : null;
        if (keptByOthers(numbered) || keptByOthers(replaced)) {
            return Decision.rejected(Reason.ALREADY_MEMBER, state.state());
        }
        boolean nothingSaid = row.state() == null && state.state() == State.ENDED;
        return nothingSaid || numbered != null && numbered.wasTold(row)
                ? Decision.leftAlone(state.state(), numbered)
                : decide(row, scheme, member, standing, replaced, state);
    }

    private boolean keptByOthers(Known known) {
        return known != null && !known.municipality().equals(municipality);
    }

    private Decision decide(
            MembershipRow row, KnownScheme scheme, Member member, Standing standing, Known replaced, StateWord state) {
        Known numbered = standing.numbered();
        Content before = numbered != null ? numbered.content() : replaced != null ? replaced.content() : null;
        boolean joins = state.state() == State.ACTIVE
                && (numbered == null || !numbered.content().active());
        Optional<Placed> placed = placed(row, scheme, before, joins);
        if (placed.isEmpty()) {
            return Decision.rejected(Reason.UNKNOWN_TIER, state.state());
        }
        Content content = content(row, placed.get(), before, numbered == null, joins, state);
        if (numbered != null && content.equals(numbered.content())) {
            return Decision.agreed(row, content, hasHeard(row, numbered));
        }
        boolean closed = joins && isNew(numbered) && replaced == null && !scheme.open();
        Reason wrong = closed ? Reason.SCHEME_CLOSED : wrong(content, member, numbered == null);
        if (wrong == null && !listWins && overwrites(content, standing, replaced)) {
            wrong = Reason.CHANGED_ON_BOTH_SIDES;
        }
        return wrong == null
                ? Decision.taken(numbered == null ? Outcome.CREATED : Outcome.CHANGED, row, content, replaced)
                : Decision.rejected(wrong, state.state());
    }

    /** Nothing is done here to what has ended; of what holds, the tier and the validity. */
    private static boolean hasHeard(MembershipRow row, Known numbered) {
        return !numbered.touched() || !numbered.content().active() || row.tier() != null && row.validity() != null;
    }

    /** A new card on the terms of the old one overwrites nothing, unless its member withdrew. */
    private boolean overwrites(Content content, Standing standing, Known replaced) {
        return standing.numbered() != null && standing.numbered().touched()
                || replaced != null && replaced.touched() && !content.onTermsOf(replaced.content())
                || content.active() && standing.held() == null && withdrewHere(standing.left());
    }

    private boolean withdrewHere(Known left) {
        return left != null && left.touched() && left.content().because() == Ending.WITHDREW && !keptByOthers(left);
    }

    private static boolean isNew(Known numbered) {
        return numbered == null || numbered.content().because() != Ending.NOT_LISTED;
    }

    /** Who was in no whole list is back once a list has them; what else ended is left alone unless the row says its state. */
    private static StateWord state(MembershipRow row, Known numbered) {
        if (row.state() != null) {
            return row.state();
        }
        boolean stays = numbered != null
                && !numbered.content().active()
                && numbered.content().because() != Ending.NOT_LISTED;
        return new StateWord(stays ? numbered.content().because() : null);
    }

    /** A tier, and the version of the policy that it is of. */
    private record Placed(Policy policy, String tier) {}

    /** Who joins, or gets another tier, does so under the policy in force; everybody else keeps theirs. */
    private Optional<Placed> placed(MembershipRow row, KnownScheme scheme, Content before, boolean joins) {
        Policy inForce = scheme.inForce(today);
        if (before == null) {
            return (row.tier() == null ? Optional.of(inForce.lowest()) : inForce.tier(Column.key(row.tier())))
                    .map(tier -> new Placed(inForce, tier));
        }
        Policy own = scheme.version(before.policy());
        boolean same = row.tier() == null
                || own.tier(Column.key(row.tier()))
                        .filter(before.tier()::equals)
                        .isPresent();
        if (same && !(joins && inForce.tier(Column.key(before.tier())).isPresent())) {
            return Optional.of(new Placed(own, before.tier()));
        }
        return same
                ? Optional.of(new Placed(inForce, before.tier()))
                : inForce.tier(Column.key(row.tier())).map(tier -> new Placed(inForce, tier));
    }

    private Content content(
            MembershipRow row, Placed placed, Content before, boolean isNew, boolean joins, StateWord state) {
        LocalDate joinedOn = row.joinedOn() != null
                ? row.joinedOn()
                : isNew ? firstDay(row, before == null ? today : before.joinedOn()) : before.joinedOn();
        boolean active = state.state() == State.ACTIVE;
        return new Content(
                placed.policy().version(),
                placed.tier(),
                joinedOn,
                validUntil(row, placed.policy(), before, joins, joinedOn),
                state.state(),
                active ? null : endedOn(row, before, joinedOn),
                state.because());
    }

    /** Nobody can have joined after they left, nor after what they joined was over. */
    private static LocalDate firstDay(MembershipRow row, LocalDate usual) {
        LocalDate lastDay = row.validity() == null ? null : row.validity().lastDay();
        return Stream.of(usual, row.endedOn(), lastDay)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(usual);
    }

    private LocalDate validUntil(MembershipRow row, Policy policy, Content before, boolean joins, LocalDate joinedOn) {
        if (row.validity() != null) {
            return row.validity().lastDay();
        }
        if (before == null) {
            return Validity.of(joinedOn, policy.months()).lastDay();
        }
        boolean over = before.validUntil() != null && before.validUntil().isBefore(today);
        return joins && over ? Validity.of(today, policy.months()).lastDay() : before.validUntil();
    }

    private LocalDate endedOn(MembershipRow row, Content before, LocalDate joinedOn) {
        if (row.endedOn() != null) {
            return row.endedOn();
        }
        if (before != null && before.endedOn() != null) {
            return before.endedOn();
        }
        return joinedOn.isAfter(today) ? joinedOn : today;
    }

    /** Whoever is no longer listed can still be told to have left. */
    private static Reason wrong(Content content, Member member, boolean isNew) {
        if (content.validUntil() != null && content.validUntil().isBefore(content.joinedOn())) {
            return Reason.VALID_BEFORE_JOINED;
        }
        if (content.endedOn() != null && content.endedOn().isBefore(content.joinedOn())) {
            return Reason.ENDED_BEFORE_JOINED;
        }
        return !member.active() && (content.active() || isNew) ? Member.unlisted(member) : null;
    }
}
