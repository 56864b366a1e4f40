package jp.kakawari.catalog.offer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** What a partner offers beside a program (提供), with a link to its own page. */
@Entity
class Offer {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private long revision;
    private UUID program;
    private UUID partner;
    private String title;
    private String description;
    private String url;
    private Integer priceYen;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private Instant offeredAt;

    protected Offer() {}

    static Offer of(UUID program, UUID partner, OfferSheet sheet, Instant now) {
        Offer offer = new Offer();
        offer.program = program;
        offer.partner = partner;
        offer.offeredAt = now;
        offer.revise(sheet);
        return offer;
    }

    void revise(OfferSheet sheet) {
        title = sheet.title();
        description = sheet.description();
        url = sheet.url();
        priceYen = sheet.priceYen();
        validFrom = sheet.validFrom();
        validUntil = sheet.validUntil();
        revision++;
    }

    OfferSheet sheet() {
        return new OfferSheet(title, description, url, priceYen, validFrom, validUntil);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    UUID partner() {
        return partner;
    }

    Instant offeredAt() {
        return offeredAt;
    }
}
