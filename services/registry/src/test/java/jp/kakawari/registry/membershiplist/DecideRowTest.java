package jp.kakawari.registry.membershiplist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.membershiplist.DecideRow.Decision;
import jp.kakawari.registry.membershiplist.KnownMemberships.Content;
import jp.kakawari.registry.membershiplist.KnownMemberships.Known;
import jp.kakawari.registry.membershiplist.KnownMemberships.Standing;
import jp.kakawari.registry.membershiplist.KnownScheme.Policy;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.staging.ListedMembers.Member;
import jp.kakawari.registry.staging.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecideRowTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String HIDA = "212172";
    private static final Member MEMBER = new Member(UUID.randomUUID(), true, false);
    private static final KnownScheme SCHEME = scheme(true);
    private static final Standing NOTHING = new Standing(null, null, null);

    private final DecideRow deciding = new DecideRow(HIDA, false, TODAY);

    /** Version 1 has a regular tier for a year, version 2 since today a regular and a gold one for two. */
    private static KnownScheme scheme(boolean open) {
        return new KnownScheme(
                "hida-fanclub",
                true,
                open,
                List.of(
                        new Policy(1, LocalDate.of(2020, 4, 1), 12, "regular", Map.of("一般", "regular", "OLD", "old")),
                        new Policy(
                                2, TODAY, 24, "regular", Map.of("一般", "regular", "ゴールド", "gold", "REGULAR", "regular")),
                        new Policy(3, TODAY.plusDays(1), null, "free", Map.of("FREE", "free"))));
    }

    private static MembershipRow row(
            String tier, LocalDate joinedOn, Validity validity, Ending ending, boolean stated) {
        return new MembershipRow("", "A", "1", tier, joinedOn, validity, stated ? new StateWord(ending) : null, null);
    }

    private static MembershipRow silent() {
        return row(null, null, null, null, false);
    }

    private static Known known(Content content) {
        return known(UUID.randomUUID(), HIDA, MEMBER.supporter(), content);
    }

    /** Whom nobody here has changed since the last list, of which nothing is known. */
    private static Known known(UUID id, String municipality, UUID supporter, Content content) {
        return new Known(id, municipality, supporter, content, 0, false, null);
    }

    private static Content active(int policy, String tier, String joined, String until) {
        return new Content(
                policy,
                tier,
                LocalDate.parse(joined),
                until == null ? null : LocalDate.parse(until),
                State.ACTIVE,
                null,
                null);
    }

    private static Content ended(Ending because) {
        LocalDate day = LocalDate.of(2026, 3, 31);
        return new Content(1, "regular", LocalDate.of(2020, 4, 1), day, State.ENDED, day, because);
    }

    private static Standing holding(Known known) {
        return new Standing(known, known, null);
    }

    private Decision decide(MembershipRow row, Known numbered, Known held) {
        return deciding.decide(row, SCHEME, MEMBER, new Standing(numbered, held, null));
    }

    @Test
    void whoeverIsNewGetsWhatThePolicyInForceSays() {
        Decision decision = decide(silent(), null, null);
        assertThat(decision.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(decision.content())
                .isEqualTo(new Content(2, "regular", TODAY, LocalDate.of(2028, 11, 20), State.ACTIVE, null, null));
    }

    @Test
    void silenceChangesNothing() {
        Known old = known(active(1, "regular", "2024-04-01", "2025-03-31"));
        assertThat(decide(silent(), old, old).outcome()).isEqualTo(Outcome.UNCHANGED);
        Known left = known(ended(Ending.WITHDREW));
        assertThat(decide(silent(), left, null).outcome()).isEqualTo(Outcome.UNCHANGED);
        Decision stateless = decide(row(null, TODAY, new Validity(null), null, false), left, null);
        assertThat(stateless.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(stateless.content()).isEqualTo(left.content());
    }

    @Test
    void whoIsAMemberKeepsTheirPolicyUntilTheyGetAnotherTier() {
        Known old = known(active(1, "regular", "2026-04-01", "2027-03-31"));
        Validity longer = new Validity(LocalDate.of(2028, 3, 31));
        assertThat(decide(row("一般", null, longer, null, true), old, old)
                        .content()
                        .policy())
                .isEqualTo(1);
        Content promoted = decide(row("ゴールド", null, null, null, true), old, old).content();
        assertThat(promoted.policy()).isEqualTo(2);
        assertThat(promoted.tier()).isEqualTo("gold");
        assertThat(decide(row("フリー", null, null, null, true), old, old).reason())
                .isEqualTo(Reason.UNKNOWN_TIER);
        assertThat(decide(row("old", null, null, null, true), old, old).reason())
                .isEqualTo(Reason.UNKNOWN_TIER);
    }

    @Test
    void whoComesBackDoesSoUnderThePolicyInForce() {
        Known left = known(ended(Ending.PAUSED));
        Decision back = decide(row(null, null, null, null, true), left, null);
        assertThat(back.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(back.content().policy()).isEqualTo(2);
        assertThat(back.content().joinedOn()).isEqualTo("2020-04-01");
        assertThat(back.content().validUntil()).isEqualTo("2028-11-20");
        assertThat(decide(silent(), known(ended(Ending.NOT_LISTED)), null)
                        .content()
                        .state())
                .isEqualTo(State.ACTIVE);
    }

    @Test
    void aNewCardTakesThePlaceOfTheOldOne() {
        Known old = known(active(1, "regular", "2024-04-01", "2027-03-31"));
        Decision replaced = decide(row(null, null, null, null, true), null, old);
        assertThat(replaced.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(replaced.replaced()).isEqualTo(old);
        assertThat(replaced.content().joinedOn()).isEqualTo("2024-04-01");
        assertThat(replaced.content().validUntil()).isEqualTo("2027-03-31");
        Decision history = decide(row(null, null, null, Ending.WITHDREW, true), null, old);
        assertThat(history.replaced()).isNull();
        assertThat(history.content().state()).isEqualTo(State.ENDED);
    }

    @Test
    void whoWithdrewHereIsNotEnrolledByAnotherNumberUnlessTheListWins() {
        UUID id = UUID.randomUUID();
        Known withdrew = new Known(id, HIDA, MEMBER.supporter(), ended(Ending.WITHDREW), 1, true, null);
        Known back = known(ended(Ending.REPLACED));
        MembershipRow row = row(null, null, null, null, true);
        for (Known numbered : new Known[] {null, back}) {
            Standing left = new Standing(numbered, null, withdrew);
            assertThat(deciding.decide(row, SCHEME, MEMBER, left).reason()).isEqualTo(Reason.CHANGED_ON_BOTH_SIDES);
            assertThat(new DecideRow(HIDA, true, TODAY)
                            .decide(row, SCHEME, MEMBER, left)
                            .content()
                            .active())
                    .isTrue();
        }
        Known exchanged = new Known(id, HIDA, MEMBER.supporter(), ended(Ending.WITHDREW), 1, false, null);
        Known elsewhere = new Known(id, "194425", MEMBER.supporter(), ended(Ending.WITHDREW), 1, true, null);
        for (Known left : new Known[] {exchanged, elsewhere}) {
            assertThat(deciding.decide(row, SCHEME, MEMBER, new Standing(null, null, left))
                            .outcome())
                    .isEqualTo(Outcome.CREATED);
        }
        MembershipRow history = row(null, null, null, Ending.EXPIRED, true);
        assertThat(deciding.decide(history, SCHEME, MEMBER, new Standing(null, null, withdrew))
                        .outcome())
                .isEqualTo(Outcome.CREATED);
    }

    @Test
    void refusesWhatCannotBe() {
        Known somebodys = known(UUID.randomUUID(), HIDA, UUID.randomUUID(), ended(Ending.WITHDREW));
        assertThat(decide(silent(), somebodys, null).reason()).isEqualTo(Reason.MEMBERSHIP_NUMBER_TAKEN);
        Known elsewhere =
                known(UUID.randomUUID(), "194425", MEMBER.supporter(), active(1, "regular", "2024-04-01", null));
        assertThat(decide(silent(), null, elsewhere).reason()).isEqualTo(Reason.ALREADY_MEMBER);
        Validity early = new Validity(LocalDate.of(2026, 3, 31));
        assertThat(decide(row(null, LocalDate.of(2026, 4, 1), early, null, true), null, null)
                        .reason())
                .isEqualTo(Reason.VALID_BEFORE_JOINED);
        assertThat(decide(row(null, null, early, null, true), null, null)
                        .content()
                        .joinedOn())
                .isEqualTo("2026-03-31");
        assertThat(deciding.decide(silent(), SCHEME, null, NOTHING).reason()).isEqualTo(Reason.UNKNOWN_MEMBER);
        Member gone = new Member(MEMBER.supporter(), false, true);
        assertThat(deciding.decide(silent(), SCHEME, gone, NOTHING).reason()).isEqualTo(Reason.REMOVED_ON_REQUEST);
    }

    @Test
    void aClosedSchemeTakesNobodyNewAndKeepsItsMembers() {
        KnownScheme closed = scheme(false);
        assertThat(deciding.decide(silent(), closed, MEMBER, NOTHING).reason()).isEqualTo(Reason.SCHEME_CLOSED);
        Known old = known(active(1, "regular", "2024-04-01", "2025-03-31"));
        Validity longer = new Validity(LocalDate.of(2028, 3, 31));
        assertThat(deciding.decide(row(null, null, longer, null, true), closed, MEMBER, holding(old))
                        .outcome())
                .isEqualTo(Outcome.CHANGED);
        Known unlisted = known(ended(Ending.NOT_LISTED));
        assertThat(deciding.decide(silent(), closed, MEMBER, new Standing(unlisted, null, unlisted))
                        .outcome())
                .isEqualTo(Outcome.CHANGED);
    }

    @Test
    void whoIsNoLongerListedCanStillBeToldToHaveLeft() {
        Member ended = new Member(MEMBER.supporter(), false, false);
        Known old = known(active(1, "regular", "2024-04-01", "2027-03-31"));
        Decision decision = deciding.decide(row(null, null, null, Ending.WITHDREW, true), SCHEME, ended, holding(old));
        assertThat(decision.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(deciding.decide(row("ゴールド", null, null, null, true), SCHEME, ended, holding(old))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_MEMBER);
    }

    /** Whatever row comes upon whatever membership: told once more, today or later, it changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyRowToldTwiceIsToldOnce(long seed) {
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        int decided = 0;
        for (int i = 0; i < 2_000; i++) {
            Known numbered = random.nextInt(3) == 0 ? null : known(anyContent(random));
            Known held = numbered != null && numbered.content().active()
                    ? numbered
                    : random.nextBoolean() ? null : known(active(1, "regular", "2022-04-01", "2027-03-31"));
            MembershipRow row = anyRow(random);
            Decision first = decide(row, numbered, held);
            if (first.outcome() == Outcome.REJECTED) {
                continue;
            }
            decided++;
            Known after = known(
                    numbered == null ? UUID.randomUUID() : numbered.id(), HIDA, MEMBER.supporter(), first.content());
            Known heldAfter = first.content().active() ? after : held != null && held.equals(numbered) ? null : held;
            Decision second = decide(row, after, heldAfter);
            assertThat(second.outcome())
                    .as("%s upon %s: %s", row, numbered, first)
                    .isEqualTo(Outcome.UNCHANGED);
            Decision later = new DecideRow(HIDA, false, TODAY.plusDays(400))
                    .decide(row, SCHEME, MEMBER, new Standing(after, heldAfter, null));
            assertThat(later.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(first.content().validUntil() == null
                            || !first.content()
                                    .validUntil()
                                    .isBefore(first.content().joinedOn()))
                    .isTrue();
        }
        assertThat(decided).isGreaterThan(500);
    }

    private static Content anyContent(RandomGenerator random) {
        return random.nextBoolean()
                ? active(random.nextInt(1, 3), "regular", "2022-04-01", random.nextBoolean() ? null : "2025-03-31")
                : ended(Ending.values()[random.nextInt(Ending.values().length - 1)]);
    }

    private static MembershipRow anyRow(RandomGenerator random) {
        String[] tiers = {null, "一般", "ゴールド", "フリー"};
        LocalDate[] days = {null, LocalDate.of(2019, 4, 1), LocalDate.of(2026, 4, 1), TODAY};
        Validity[] validities = {null, new Validity(null), new Validity(LocalDate.of(2026, 3, 31)), new Validity(TODAY)
        };
        Ending[] endings = {null, Ending.WITHDREW, Ending.PAUSED, Ending.EXPIRED};
        Ending ending = endings[random.nextInt(endings.length)];
        MembershipRow row = row(
                tiers[random.nextInt(tiers.length)],
                days[random.nextInt(days.length)],
                validities[random.nextInt(validities.length)],
                ending,
                random.nextInt(3) > 0);
        LocalDate endedOn = row.state() == null || ending == null ? null : days[random.nextInt(days.length)];
        return new MembershipRow(
                row.scheme(),
                row.memberNumber(),
                row.number(),
                row.tier(),
                row.joinedOn(),
                row.validity(),
                row.state(),
                endedOn);
    }
}
