package jp.kakawari.registry.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.membership.FindMembership;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;

/** A member gets a card (会員証の発行); an earlier one is valid no longer. */
@ApplicationScoped
class IssueCard {

    private final FindMembership memberships;
    private final Cards cards;
    private final SignCredential signing;
    private final Clock clock;

    IssueCard(FindMembership memberships, Cards cards, SignCredential signing, Clock clock) {
        this.memberships = memberships;
        this.cards = cards;
        this.signing = signing;
        this.clock = clock;
    }

    @Transactional
    CardView issue(Caller caller, SchemeCode scheme, UUID membership) {
        memberships.mustBeSeen(caller, scheme, membership);
        cards.hold(membership);
        UUID id = NewId.next();
        cards.issue(id, membership, clock.instant());
        CardRow card = cards.of(id).filter(this::valid).orElseThrow(CardNotValid::new);
        return CardView.of(card, signing.sign(card, end(card.validUntil())));
    }

    /** The cards of a membership that the caller sees. */
    @Transactional
    Page<IssuedCard> issued(Caller caller, SchemeCode scheme, UUID membership, PageRequest page) {
        memberships.mustBeSeen(caller, scheme, membership);
        return Page.of(
                cards.issued(membership, page),
                page,
                card -> Cursor.of(card.id()),
                () -> cards.countIssued(membership));
    }

    private boolean valid(CardRow card) {
        return card.valid(LocalDate.now(clock));
    }

    /** The first instant after the last day in Japan. */
    private static Instant end(LocalDate lastDay) {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(JapanTime.ZONE).toInstant();
    }
}
