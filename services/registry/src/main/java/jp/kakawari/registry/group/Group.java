package jp.kakawari.registry.group;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.kakawari.registry.Slug;

/** A group of member organisations (協議会・部会・ネットワーク); a change of who belongs to it is a change of it. */
@Entity
@Table(name = "organization_group")
class Group {

    @Id
    private String code;

    private long revision;

    @Enumerated(EnumType.STRING)
    private GroupKind kind;

    private String name;
    private String nameEn;
    private String summary;
    private String parent;
    private UUID owner;
    private LocalDate foundedOn;
    private Instant dissolvedAt;
    private Instant updatedAt;

    protected Group() {}

    Group(Slug code) {
        this.code = code.value();
    }

    /** Takes over what is said of it; answers whether that changed anything. */
    boolean become(GroupRequest request, Instant now) {
        mustStand();
        if (revision > 0 && says(request)) {
            return false;
        }
        kind = request.kind();
        name = request.name();
        nameEn = request.nameEn();
        summary = request.summary();
        parent = request.parentCode();
        owner = request.owner();
        foundedOn = request.foundedOn();
        touch(now);
        return true;
    }

    /** It stands in no list any more, and nobody reads or writes on its boards (廃止). */
    void dissolve(Instant now) {
        mustStand();
        dissolvedAt = now;
        touch(now);
    }

    /** It is as it was before it was dissolved (廃止の取消). */
    void restore(Instant now) {
        if (stands()) {
            throw new NotAllowedForGroup(allowedActions());
        }
        dissolvedAt = null;
        touch(now);
    }

    void mustStand() {
        if (!stands()) {
            throw new NotAllowedForGroup(allowedActions());
        }
    }

    boolean stands() {
        return dissolvedAt == null;
    }

    /** For whoever may change it. */
    List<String> allowedActions() {
        return stands() ? List.of("change", "change-members", "dissolve") : List.of("restore");
    }

    /** Its members have changed. */
    void touch(Instant now) {
        updatedAt = now;
        revision++;
    }

    private boolean says(GroupRequest request) {
        return kind == request.kind()
                && name.equals(request.name())
                && Objects.equals(nameEn, request.nameEn())
                && Objects.equals(summary, request.summary())
                && Objects.equals(parent, request.parentCode())
                && owner.equals(request.owner())
                && Objects.equals(foundedOn, request.foundedOn());
    }

    String code() {
        return code;
    }

    long revision() {
        return revision;
    }

    GroupKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String nameEn() {
        return nameEn;
    }

    String summary() {
        return summary;
    }

    String parent() {
        return parent;
    }

    UUID owner() {
        return owner;
    }

    Instant dissolvedAt() {
        return dissolvedAt;
    }

    LocalDate foundedOn() {
        return foundedOn;
    }
}
