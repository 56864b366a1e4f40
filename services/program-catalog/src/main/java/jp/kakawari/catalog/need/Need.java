package jp.kakawari.catalog.need;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.catalog.NeedChanged;
import org.hibernate.annotations.UuidGenerator;

/** What a region needs help with (困りごと). It is posted once and stands until it is withdrawn. */
@Entity
class Need {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private long revision;
    private String municipality;
    private UUID postedBy;
    private String title;
    private String description;
    private List<String> skills;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private Instant postedAt;

    protected Need() {}

    static Need posted(NeedSheet sheet, UUID organization, Instant now) {
        Need need = new Need();
        need.revision = 1;
        need.municipality = sheet.municipality().value();
        need.postedBy = organization;
        need.title = sheet.title();
        need.description = sheet.description();
        need.skills = sheet.skills();
        need.mode = sheet.mode();
        need.postedAt = now;
        return need;
    }

    /** Its full public state, as the other services hear it. */
    NeedChanged event() {
        return new NeedChanged(
                id, revision, NeedChanged.State.POSTED, postedBy, municipality, title, description, skills, mode);
    }

    /** What they hear when it is withdrawn. */
    NeedChanged withdrawn() {
        return NeedChanged.removed(id, revision + 1);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    String municipality() {
        return municipality;
    }

    UUID postedBy() {
        return postedBy;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    List<String> skills() {
        return skills;
    }

    Mode mode() {
        return mode;
    }

    Instant postedAt() {
        return postedAt;
    }
}
