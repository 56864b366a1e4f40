package jp.kakawari.registry.supporter;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.contracts.registry.SupporterChanged.Kind;
import jp.kakawari.contracts.registry.SupporterChanged.State;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.stage.StagePolicy;

/** One record of a person or organisation (関係人口). Each change raises its revision and has its event. */
@Entity
class Supporter {

    @Id
    private UUID id;

    private long revision;
    private long profileRevision;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subjectKey;
    private UUID person;
    private String countedAs;
    private String prefecture;
    private String country;
    private String home;
    private String ageBand;
    private boolean guardianMissing;
    private List<String> interests;
    private List<String> skills;
    private List<String> languages;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private UUID registeredBy;
    private String channel;

    @Enumerated(EnumType.STRING)
    private Assurance assurance;

    private byte[] personal;
    private byte[] emailIndex;
    private String account;
    private Instant createdAt;
    private Instant updatedAt;

    @OneToMany(mappedBy = "supporter", cascade = CascadeType.ALL)
    private List<Tie> ties;

    protected Supporter() {}

    /** A new record, of a person's own or by an organisation; it is told only once it is described. */
    static Supporter begin(UUID id, Actor by, Instant now) {
        Supporter supporter = new Supporter();
        supporter.id = id;
        supporter.registeredBy = by.organization();
        supporter.account = by.account();
        supporter.createdAt = now;
        supporter.ties = new ArrayList<>();
        return supporter;
    }

    /** Takes over a description; whoever was removed and describes themself again is back. */
    void describe(Description description, boolean lacksGuardian, String account, String channel, Instant now) {
        Profile profile = description.profile();
        state = State.ACTIVE;
        kind = profile.kind();
        subjectKey = description.indexes().subjectKey();
        prefecture = profile.prefecture();
        country = profile.country();
        home = profile.localGovernmentCode() == null
                ? null
                : profile.localGovernmentCode().value();
        ageBand = description.ageBand();
        guardianMissing = lacksGuardian;
        interests = profile.interests();
        skills = profile.skills();
        mode = profile.mode();
        languages = profile.languages();
        assurance = description.assurance();
        personal = description.sealed();
        emailIndex = description.indexes().email();
        this.account = account;
        this.channel = channel;
        ties.forEach(tie -> tie.residence(home));
        profileRevision++;
        changed(now);
    }

    /** Makes the ties that the actor sees those that are wished; the others stay. Answers whose ties that ended. */
    List<String> tie(List<TieRequest> wishes, Actor actor, StagePolicy policy, LocalDate today) {
        Map<String, TieRequest> wished = wishes.stream()
                .collect(Collectors.toMap(wish -> wish.municipality().value(), Function.identity()));
        List<Tie> over = ties.stream()
                .filter(tie ->
                        tie.active() && actor.sees(tie.municipality()) && !wished.containsKey(tie.municipality()))
                .toList();
        over.forEach(tie -> tie.end(today, actor.ends()));
        wished.forEach(
                (municipality, wish) -> tieTo(municipality, policy, today).follow(wish));
        ties.forEach(tie -> tie.residence(home));
        return over.stream().map(Tie::municipality).toList();
    }

    private Tie tieTo(String municipality, StagePolicy policy, LocalDate today) {
        return ties.stream()
                .filter(tie -> tie.municipality().equals(municipality))
                .findFirst()
                .orElseGet(() -> {
                    Tie begun = new Tie(this, municipality, policy, today);
                    ties.add(begun);
                    return begun;
                });
    }

    /**
     * Forgets who they are and who registered them: personal data, pseudonym and account go, ties end. The grave stays, so that neither an older
     * event nor the next list brings them back, and so do the facts of the ledger, which name nobody.
     */
    void remove(String unlinkedSubjectKey, LocalDate today, Instant now) {
        state = State.REMOVED;
        subjectKey = unlinkedSubjectKey;
        person = null;
        countedAs = null;
        personal = null;
        emailIndex = null;
        account = null;
        prefecture = null;
        country = null;
        home = null;
        ageBand = null;
        guardianMissing = false;
        mode = null;
        registeredBy = null;
        channel = null;
        interests = List.of();
        skills = List.of();
        languages = List.of();
        ties.forEach(tie -> tie.forget(today));
        changed(now);
    }

    /** A guardian took their consent back: to a minor no municipality may write any more. */
    void lacksGuardian(boolean lacks, Instant now) {
        guardianMissing = lacks;
        if (lacks) {
            ties.forEach(Tie::refuseMail);
        }
        changed(now);
    }

    private void changed(Instant now) {
        revision++;
        updatedAt = now;
    }

    /** What the other services learn. */
    SupporterChanged told() {
        return new SupporterChanged(
                id,
                revision,
                state,
                kind,
                countedAs == null ? subjectKey : countedAs,
                prefecture,
                country,
                ageBand,
                interests,
                skills,
                mode,
                registeredBy,
                channel,
                guardianMissing,
                activeTies().map(Tie::told).toList());
    }

    Profile profile(Personal opened) {
        return Profile.of(kind, opened, country, prefecture, home, interests, skills, mode, languages);
    }

    Applicant applicant(boolean guardianMissing) {
        boolean abroad = country != null && !"JP".equals(country);
        return new Applicant(id, home, prefecture, abroad, assurance != Assurance.LOW, guardianMissing);
    }

    Stream<Tie> activeTies() {
        return ties.stream().filter(Tie::active).sorted(Comparator.comparing(Tie::municipality));
    }

    /** The municipalities of their ties, without those that a municipality's list says. */
    Stream<String> tiedBySomebody() {
        return activeTies().filter(tie -> !tie.isListed()).map(Tie::municipality);
    }

    boolean isRegisteredBy(UUID organization) {
        return organization.equals(registeredBy);
    }

    boolean active() {
        return state == State.ACTIVE;
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    Kind kind() {
        return kind;
    }

    String ageBand() {
        return ageBand;
    }

    String account() {
        return account;
    }

    String channel() {
        return channel;
    }

    Assurance assurance() {
        return assurance;
    }

    UUID registeredBy() {
        return registeredBy;
    }

    byte[] sealed() {
        return personal;
    }

    byte[] emailIndex() {
        return emailIndex;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
