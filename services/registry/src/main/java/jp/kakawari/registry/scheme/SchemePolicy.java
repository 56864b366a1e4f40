package jp.kakawari.registry.scheme;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;

/** A version of what a scheme promises its members (規約の版). It is never changed: another version follows. */
@Entity
@IdClass(SchemePolicy.Key.class)
class SchemePolicy {

    record Key(String scheme, int version) {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "scheme")
    private Scheme scheme;

    @Id
    private int version;

    private LocalDate validFrom;
    private Integer validMonths;
    private String legalBasis;
    private String joining;
    private boolean demotes;
    private boolean movesMembers;
    private String entitlements;

    @ElementCollection
    @CollectionTable(
            name = "scheme_tier",
            joinColumns = {
                @JoinColumn(name = "scheme", referencedColumnName = "scheme"),
                @JoinColumn(name = "version", referencedColumnName = "version")
            })
    @OrderColumn(name = "place")
    @BatchSize(size = 1024)
    private List<Tier> tiers;

    protected SchemePolicy() {}

    SchemePolicy(Scheme scheme, int version, LocalDate validFrom, PolicyRequest request) {
        this.scheme = scheme;
        this.version = version;
        this.validFrom = validFrom;
        this.validMonths = request.validMonths();
        this.legalBasis = request.legalBasis();
        this.joining = joining(request);
        this.demotes = request.demotesOrNot();
        this.movesMembers = request.movesMembersOrNot();
        this.entitlements = Entitlement.write(request.entitlements());
        this.tiers = new ArrayList<>(request.asTiers());
    }

    boolean says(PolicyRequest request) {
        return (request.validFrom() == null || request.validFrom().equals(validFrom))
                && Objects.equals(validMonths, request.validMonths())
                && Objects.equals(legalBasis, request.legalBasis())
                && Objects.equals(joining, joining(request))
                && demotes == request.demotesOrNot()
                && movesMembers == request.movesMembersOrNot()
                && Objects.equals(entitlements, Entitlement.write(request.entitlements()))
                && List.copyOf(tiers).equals(request.asTiers());
    }

    private static String joining(PolicyRequest request) {
        return request.joining() == null ? null : request.joining().toJson();
    }

    int version() {
        return version;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    Integer validMonths() {
        return validMonths;
    }

    String legalBasis() {
        return legalBasis;
    }

    /** Null where members come by lists only. */
    JoiningRules joining() {
        return JoiningRules.parse(joining);
    }

    boolean demotes() {
        return demotes;
    }

    boolean movesMembers() {
        return movesMembers;
    }

    List<Entitlement> entitlements() {
        return Entitlement.parse(entitlements);
    }

    List<Tier> tiers() {
        return tiers;
    }
}
