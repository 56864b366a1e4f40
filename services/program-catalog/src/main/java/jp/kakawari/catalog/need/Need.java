package jp.kakawari.catalog.need;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
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
    private Instant postedAt;

    protected Need() {}

    static Need posted(NeedSheet sheet, UUID organization, Instant now) {
        Need need = new Need();
        need.revision = 1;
        need.municipality = sheet.municipality().value();
        need.postedBy = organization;
        need.title = sheet.title();
        need.description = sheet.description();
        need.postedAt = now;
        return need;
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

    Instant postedAt() {
        return postedAt;
    }
}
