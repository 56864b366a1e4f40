package jp.kakawari.registry.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.supporter.Ties;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;

/** A person reports what they did (本人申告), and may take it back until the municipality has decided. */
@ApplicationScoped
class ReportEngagement {

    private final Ties ties;
    private final Ledger ledger;
    private final Engagements engagements;
    private final DecideEngagement deciding;
    private final Clock clock;

    ReportEngagement(Ties ties, Ledger ledger, Engagements engagements, DecideEngagement deciding, Clock clock) {
        this.ties = ties;
        this.ledger = ledger;
        this.engagements = engagements;
        this.deciding = deciding;
        this.clock = clock;
    }

    /** The entry as the person sees it, and whether it is new. */
    record Reported(EngagementView view, boolean isNew) {}

    @Transactional
    Reported report(UUID me, SelfReport report) {
        report.check(LocalDate.now(clock));
        if (ties.of(report.municipality().value(), me).isEmpty()) {
            throw new InvalidBody().at("/municipality", "is none to which you have a tie", "関わりのある市区町村として登録されていません");
        }
        Ledger.Entered entered = ledger.enter(report.fact(me));
        return new Reported(own(me, entered.view().id()), entered.isNew());
    }

    @Transactional
    EngagementView withdraw(UUID me, UUID id) {
        return EngagementView.ofOwn(deciding.withdraw(me, id));
    }

    @Transactional
    EngagementView own(UUID me, UUID id) {
        return engagements.ownOf(me, id).map(EngagementView::ofOwn).orElseThrow(NotFound::new);
    }
}
