package jp.kakawari.registry.scheme;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotYours;
import org.hibernate.annotations.BatchSize;

/** A membership scheme (会員制度) with all versions of its policy, of which memberships keep the one they were made under. */
@Entity
class Scheme {

    @Id
    private String code;

    private long revision;

    @Enumerated(EnumType.STRING)
    private SchemeState state;

    private String name;
    private String nameKana;
    private String nameEn;
    private List<String> municipalities;
    private String family;
    private Instant updatedAt;

    @OneToMany(mappedBy = "scheme", cascade = CascadeType.ALL)
    @OrderBy("version")
    @BatchSize(size = 256)
    private List<SchemePolicy> policies;

    protected Scheme() {}

    /** A scheme that nobody has stated yet. */
    Scheme(SchemeCode code) {
        this.code = code.value();
        this.municipalities = List.of();
        this.policies = new ArrayList<>();
    }

    /** Who is not among those who run it may not touch it; a new one is whoever's who names themself. */
    void mustBeRunBy(String municipality) {
        if (revision > 0 && !municipalities.contains(municipality)) {
            throw new NotYours();
        }
    }

    /**
     * What may be done with it now: those who run it state it anew, end it or hand their part over, and people join while it
     * takes them by anything but lists.
     */
    List<String> allowedActions(boolean runs, boolean mayJoin, LocalDate today) {
        List<String> allowed = new ArrayList<>();
        if (runs) {
            allowed.addAll(List.of("change", "close", "hand-over"));
        }
        if (mayJoin && state == SchemeState.OPEN && inForce(today).joining() != null) {
            allowed.add("join");
        }
        return List.copyOf(allowed);
    }

    /** Takes over what is said of it; another policy becomes the next version. Answers whether anything changed. */
    boolean become(SchemeRequest request, LocalDate today, Instant now) {
        if (revision > 0 && says(request)) {
            return false;
        }
        if (policies.isEmpty() || !newest().says(request.policy())) {
            policies.add(
                    new SchemePolicy(this, policies.size() + 1, validFrom(request.policy(), today), request.policy()));
        }
        state = request.state();
        name = request.name();
        nameKana = request.nameKana();
        nameEn = request.nameEn();
        municipalities = request.codes();
        family = request.family();
        updatedAt = now;
        revision++;
        return true;
    }

    private boolean says(SchemeRequest request) {
        return state == request.state()
                && name.equals(request.name())
                && Objects.equals(nameKana, request.nameKana())
                && Objects.equals(nameEn, request.nameEn())
                && List.copyOf(municipalities).equals(request.codes())
                && Objects.equals(family, request.family())
                && newest().says(request.policy());
    }

    /** The first policy holds at once, for members of old too; a later one from a day that is still to come, or today. */
    private LocalDate validFrom(PolicyRequest policy, LocalDate today) {
        LocalDate from = policy.validFrom() == null ? today : policy.validFrom();
        if (policies.isEmpty() && from.isAfter(today)) {
            throw new InvalidBody()
                    .at("/policy/validFrom", "of the first policy may not be in the future", "最初の規約の適用開始日に未来の日付は使えません");
        }
        if (!policies.isEmpty() && (from.isBefore(today) || from.isBefore(newest().validFrom()))) {
            throw new InvalidBody()
                    .at(
                            "/policy/validFrom",
                            "of a new policy may be neither in the past nor before that of the version before",
                            "新しい規約の適用開始日は、今日以降で、前の版の適用開始日以降の日付にしてください");
        }
        return from;
    }

    SchemePolicy newest() {
        return policies.getLast();
    }

    /** The newest version that holds on that day. */
    SchemePolicy inForce(LocalDate day) {
        return policies.stream()
                .filter(policy -> !policy.validFrom().isAfter(day))
                .reduce((one, later) -> later)
                .orElseGet(policies::getFirst);
    }

    /** The newest version, where it does not hold yet on that day. */
    Optional<SchemePolicy> announced(LocalDate day) {
        return Optional.of(newest()).filter(policy -> policy.validFrom().isAfter(day));
    }

    String code() {
        return code;
    }

    long revision() {
        return revision;
    }

    SchemeState state() {
        return state;
    }

    String name() {
        return name;
    }

    String nameKana() {
        return nameKana;
    }

    String nameEn() {
        return nameEn;
    }

    List<String> municipalities() {
        return municipalities;
    }

    String family() {
        return family;
    }

    SchemePolicy version(int version) {
        return policies.get(version - 1);
    }

    /** One of those who run it hands its part over (運営の引き継ぎ). */
    void handOver(String from, String to, Instant now) {
        municipalities = Stream.concat(municipalities.stream().filter(code -> !code.equals(from)), Stream.of(to))
                .distinct()
                .sorted()
                .toList();
        updatedAt = now;
        revision++;
    }

    /** Nobody joins any more (受付終了). */
    void close(Instant now) {
        state = SchemeState.CLOSED;
        updatedAt = now;
        revision++;
    }
}
