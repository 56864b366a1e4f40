package jp.kakawari.catalog.offer;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.catalog.organization.Organizations;
import jp.kakawari.catalog.program.OwnPrograms;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Roles;

/** A partner attaches an offer to a public program and changes it (提供の登録); the partner or the program's host takes it off. */
@ApplicationScoped
class MakeOffer {

    private final Offers offers;
    private final OwnPrograms programs;
    private final Organizations organizations;
    private final Caller caller;
    private final Clock clock;

    @Inject
    MakeOffer(Offers offers, OwnPrograms programs, Organizations organizations, Caller caller, Clock clock) {
        this.offers = offers;
        this.programs = programs;
        this.organizations = organizations;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    OfferView attach(UUID program, OfferSheet sheet) {
        UUID partner = caller.organization().orElseThrow(NotYours::new);
        organizations.mustBeActive(partner);
        programs.mustBeReadable(program);
        sheet.check();
        Offer offer = Offer.of(program, partner, sheet, clock.instant());
        offers.persistAndFlush(offer);
        return view(offer, false);
    }

    @Transactional
    OfferView revise(UUID program, UUID id, OfferSheet sheet, String ifMatch) {
        programs.mustBeReadable(program);
        Offer offer = offers.held(program, id).orElseThrow(NotFound::new);
        if (!isMine(offer)) {
            throw new NotYours();
        }
        organizations.mustBeActive(offer.partner());
        ETags.mustMatch(ifMatch, offer.revision());
        sheet.check();
        offer.revise(sheet);
        offers.flush();
        return view(offer, false);
    }

    @Transactional
    void remove(UUID program, UUID id, String ifMatch) {
        boolean host = programs.isWrittenByCaller(program);
        Offer offer = offers.held(program, id).orElseThrow(NotFound::new);
        if (!host && !isMine(offer)) {
            throw new NotYours();
        }
        ETags.mustMatch(ifMatch, offer.revision());
        offers.delete(offer);
    }

    @Transactional
    Page<OfferView> page(UUID program, PageRequest page) {
        boolean host = programs.isWrittenByCaller(program);
        LocalDate today = LocalDate.now(clock);
        return Page.of(
                        offers.of(program, today, page),
                        page,
                        named -> Cursor.of(named.offer().id()),
                        () -> offers.countOf(program, today))
                .map(named -> OfferView.of(named.offer(), named.partner(), actions(named.offer(), host)));
    }

    private OfferView view(Offer offer, boolean host) {
        return OfferView.of(offer, organizations.nameOf(offer.partner()).orElse(null), actions(offer, host));
    }

    private List<String> actions(Offer offer, boolean host) {
        if (isMine(offer)) {
            return List.of("revise", "remove");
        }
        return host ? List.of("remove") : List.of();
    }

    private boolean isMine(Offer offer) {
        return caller.is(Roles.PARTNER)
                && caller.organization().filter(offer.partner()::equals).isPresent();
    }
}
