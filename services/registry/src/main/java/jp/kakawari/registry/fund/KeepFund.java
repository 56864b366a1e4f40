package jp.kakawari.registry.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.engagement.TransactionDiffers;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;

/**
 * A municipality states its funds and books what goes in and out (基金の登録・収支の記録); no more goes out than is there. A donation
 * that is rejected after it was spent leaves the balance below zero, and nothing more goes out until it is made up for.
 */
@ApplicationScoped
class KeepFund {

    private final Funds funds;
    private final ActiveMembers activeMembers;
    private final Caller caller;
    private final Clock clock;

    KeepFund(Funds funds, ActiveMembers activeMembers, Caller caller, Clock clock) {
        this.caller = caller;
        this.funds = funds;
        this.activeMembers = activeMembers;
        this.clock = clock;
    }

    @Transactional
    FundView put(String municipality, String code, FundRequest request, String ifMatch) {
        activeMembers.callerMustBeActive();
        Optional<Long> revision = funds.held(municipality, code);
        if (revision.isPresent()) {
            ETags.mustMatch(ifMatch, revision.get());
            funds.change(municipality, code, request, clock.instant());
        } else if (!funds.add(municipality, code, request, clock.instant())) {
            throw new RegisteredMeanwhile();
        }
        return read(municipality, code);
    }

    @Transactional
    FundView read(String municipality, String code) {
        return funds.of(municipality, code).orElseThrow(NotFound::new);
    }

    /** The entry, and whether it is new. */
    record Booked(FundEntryView entry, boolean isNew) {}

    @Transactional
    Booked book(String municipality, String code, FundEntryView.Request request) {
        activeMembers.callerMustBeActive();
        funds.held(municipality, code).orElseThrow(NotFound::new);
        check(municipality, request);
        Optional<FundEntryView> known = funds.entry(municipality, code, request.sourceTransaction());
        if (known.isPresent()) {
            return new Booked(known.filter(request::is).orElseThrow(TransactionDiffers::new), false);
        }
        long balance = read(municipality, code).balance();
        if (request.direction() == FundEntryView.Direction.OUT && request.yen() > balance) {
            throw new FundSpent(balance);
        }
        funds.book(municipality, code, request);
        return new Booked(
                funds.entry(municipality, code, request.sourceTransaction()).orElseThrow(), true);
    }

    /** What was booked by mistake stays, with a counter-entry of today beside it that says why; the balance may fall below zero. */
    @Transactional
    FundEntryView takeBack(String municipality, String code, UUID id, String reason) {
        activeMembers.callerMustBeActive();
        funds.held(municipality, code).orElseThrow(NotFound::new);
        FundEntryView entry = funds.entry(municipality, code, id).orElseThrow(NotFound::new);
        if (!entry.allowedActions().contains("take-back")) {
            throw new EntryTakenBack();
        }
        UUID counter = funds.takeBack(id, LocalDate.now(clock), reason, caller.subject());
        return funds.entry(municipality, code, counter).orElseThrow();
    }

    private void check(String municipality, FundEntryView.Request request) {
        if (request.bookedOn().isAfter(LocalDate.now(clock))) {
            throw new InvalidBody().at("/bookedOn", "is in the future", "未来の日付は記録できません");
        }
        if (request.project() != null
                && !funds.hasProject(municipality, request.project().value())) {
            throw new InvalidBody().at("/project", "is no project of yours", "登録されていない寄附プロジェクトです");
        }
    }
}
