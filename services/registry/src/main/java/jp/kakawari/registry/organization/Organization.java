package jp.kakawari.registry.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.registry.oauthclient.Member;

/** A member organisation (会員団体), from its application until it leaves. */
@Entity
class Organization {

    @Id
    private UUID id;

    private long revision;

    @Enumerated(EnumType.STRING)
    private MemberState state;

    private String stateReason;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;
    private String government;
    private String legalEntityNumber;
    private String prefecture;
    private String summary;
    private String website;
    private List<String> capabilities = List.of();
    private String capabilityText = "";
    private List<String> capabilityGrams = List.of();
    private byte[] contact;
    private boolean contactPublished;
    private Instant updatedAt;

    protected Organization() {}

    Organization(UUID id) {
        this.id = id;
    }

    /** Takes over what the secretariat says; answers whether that changed anything. */
    boolean become(OrganizationRequest request, Instant now) {
        if (revision > 0 && says(request)) {
            return false;
        }
        MemberState wanted = MemberState.of(request.state());
        if (revision > 0 && !state.mayBecome(wanted)) {
            throw new NotAllowedNow(wanted.name(), state);
        }
        if (state != wanted) {
            state = wanted;
            stateReason = null;
        }
        take(request.member());
        change(now);
        return true;
    }

    /** Asks to become a member, for the first time or again. */
    void apply(ApplicationRequest request, byte[] sealedContact, Instant now) {
        if (revision > 0 && !state.mayApply()) {
            throw new NotAllowedNow("apply", state);
        }
        state = MemberState.APPLIED;
        stateReason = null;
        take(request.member());
        write(request.presented(), sealedContact, now);
    }

    /** Goes on to another state; refusals and suspensions say why. */
    void decide(MemberAction action, String reason, Instant now) {
        if (!state.allowedActions().contains(action)) {
            throw new NotAllowedNow(action.code(), state);
        }
        state = action.target();
        stateReason = reason;
        change(now);
    }

    /** Presents itself anew. */
    void write(ProfileRequest profile, byte[] sealedContact, Instant now) {
        Capabilities able = new Capabilities(profile.capabilities());
        summary = profile.summary();
        website = profile.website();
        capabilities = able.words();
        capabilityText = able.text();
        capabilityGrams = able.grams();
        contact = sealedContact == null ? null : sealedContact.clone();
        contactPublished = profile.contactPublished();
        change(now);
    }

    private void take(MemberDetails details) {
        kind = details.kind();
        name = details.name();
        government = details.governmentCode();
        legalEntityNumber = details.number();
        prefecture = details.prefectureNumber();
    }

    private boolean says(OrganizationRequest request) {
        MemberDetails details = request.member();
        return state == MemberState.of(request.state())
                && kind == details.kind()
                && name.equals(details.name())
                && Objects.equals(government, details.governmentCode())
                && Objects.equals(legalEntityNumber, details.number())
                && Objects.equals(prefecture, details.prefectureNumber());
    }

    private void change(Instant now) {
        updatedAt = now;
        revision++;
    }

    /** What the other services learn; of who is no member, they learn nothing. */
    OrganizationChanged told() {
        return new OrganizationChanged(id, revision, state.told(), kind, name, government);
    }

    /** As its client stands for it. */
    Member member() {
        return new Member(id, kind, name, government, state == MemberState.ACTIVE);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    MemberState state() {
        return state;
    }

    String stateReason() {
        return stateReason;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String government() {
        return government;
    }

    String legalEntityNumber() {
        return legalEntityNumber;
    }

    String prefecture() {
        return prefecture;
    }

    String summary() {
        return summary;
    }

    String website() {
        return website;
    }

    List<String> capabilities() {
        return capabilities;
    }

    byte[] contact() {
        return contact == null ? null : Arrays.copyOf(contact, contact.length);
    }

    boolean contactPublished() {
        return contactPublished;
    }
}
