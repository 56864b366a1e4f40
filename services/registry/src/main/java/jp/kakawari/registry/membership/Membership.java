package jp.kakawari.registry.membership;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.registry.MembershipChanged;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.admission.Why;
import jp.kakawari.registry.scheme.Terms;
import jp.kakawari.registry.supporter.NewId;

/** A supporter in a scheme. Lists make and change it set by set; what it must never be is said in its table's constraints. */
@Entity
class Membership {

    @Id
    private UUID id;

    private long revision;
    private String municipality;
    private String scheme;
    private UUID supporter;
    private String number;
    private int policy;
    private String tier;
    private LocalDate joinedOn;
    private LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private MembershipState state;

    private LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private Ending endedBecause;

    private boolean tierByHand;
    private long changesHere;
    private byte[] listedHash;
    private String pledgeVersion;
    private String why;
    private String source;
    private Instant createdAt;
    private Instant updatedAt;

    protected Membership() {}

    /** Somebody at the door of a scheme, whom its rules let in or leave to a decision. */
    static Membership applied(Terms terms, String keeper, UUID supporter, String pledgeVersion, List<Why> why) {
        Membership membership = new Membership();
        membership.id = NewId.next();
        membership.municipality = keeper;
        membership.scheme = terms.scheme();
        membership.supporter = supporter;
        membership.policy = terms.version();
        membership.tier = terms.tiers().getFirst();
        membership.pledgeVersion = terms.joining().pledge() == null ? null : pledgeVersion;
        membership.why = Why.write(why);
        membership.state = MembershipState.PENDING;
        membership.source = "joined";
        return membership;
    }

    void began(LocalDate today, Instant now) {
        joinedOn = today;
        createdAt = now;
    }

    /** Until somebody decides. */
    void waits(Instant now) {
        changed(now);
    }

    /** Becomes a member today, under that number. */
    void admit(String number, Terms terms, LocalDate today, Instant now) {
        this.number = number;
        state = MembershipState.ACTIVE;
        joinedOn = today;
        validUntil =
                terms.months() == null ? null : today.plusMonths(terms.months()).minusDays(1);
        changed(now);
    }

    void reject(Instant now) {
        state = MembershipState.REJECTED;
        changed(now);
    }

    /** Goes on after its last day, or from today where that is over. */
    void renew(Terms terms, LocalDate today, Instant now) {
        LocalDate from = validUntil.isBefore(today) ? today : validUntil.plusDays(1);
        validUntil = from.plusMonths(terms.months()).minusDays(1);
        changedHere(now);
    }

    /** Takes over other terms; a tier that these don't know becomes their lowest. */
    void agree(Terms terms, String pledgeVersion, List<Why> why, Instant now) {
        policy = terms.version();
        boolean known = terms.tiers().contains(tier);
        tier = known ? tier : terms.tiers().getFirst();
        this.pledgeVersion = terms.joining() == null || terms.joining().pledge() == null ? null : pledgeVersion;
        this.why = Why.write(why);
        changesHere += known ? 0 : 1;
        changed(now);
    }

    /** Gets a tier that rules leave alone; with none, rules decide again. */
    void place(String tier, Instant now) {
        this.tier = tier == null ? this.tier : tier;
        tierByHand = tier != null;
        changedHere(now);
    }

    boolean tierByHand() {
        return tierByHand;
    }

    void withdraw(LocalDate today, Instant now) {
        end(Ending.WITHDREW, today);
        changedHere(now);
    }

    private void end(Ending because, LocalDate today) {
        state = MembershipState.ENDED;
        endedOn = today.isBefore(joinedOn) ? joinedOn : today;
        endedBecause = because;
    }

    /** In what a list says too: the next one must not overwrite it unseen. */
    private void changedHere(Instant now) {
        changesHere++;
        changed(now);
    }

    private void changed(Instant now) {
        updatedAt = now;
        revision++;
    }

    /** Ends, if it hasn't, and keeps nothing by which the person could be found on a card. */
    void forget(LocalDate today, Instant now) {
        if (state != MembershipState.ENDED) {
            end(Ending.ERASED, today);
        }
        endedBecause = Ending.ERASED;
        number = null;
        validUntil = null;
        listedHash = null;
        changed(now);
    }

    /** Whether it holds on that day: neither ended nor past its validity. */
    boolean holds(LocalDate day) {
        return state == MembershipState.ACTIVE && (validUntil == null || !validUntil.isBefore(day));
    }

    /** What the other services learn of what is, or was, ACTIVE. */
    MembershipChanged told() {
        return new MembershipChanged(
                id,
                revision,
                State.valueOf(state.name()),
                scheme,
                municipality,
                supporter,
                tier,
                policy,
                joinedOn,
                validUntil,
                endedOn,
                endedBecause);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    MembershipState state() {
        return state;
    }

    String municipality() {
        return municipality;
    }

    String scheme() {
        return scheme;
    }

    UUID supporter() {
        return supporter;
    }

    int policy() {
        return policy;
    }

    String tier() {
        return tier;
    }

    LocalDate joinedOn() {
        return joinedOn;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    LocalDate endedOn() {
        return endedOn;
    }

    Ending endedBecause() {
        return endedBecause;
    }

    String pledgeVersion() {
        return pledgeVersion;
    }

    /** Null where a list made it. */
    List<Why> why() {
        return Why.parse(why);
    }

    String number() {
        return number;
    }

    String source() {
        return source;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
