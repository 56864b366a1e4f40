package jp.kakawari.registry.donation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.FindTied;

/** A municipality records what was given to it (寄附の記録); a company's donation stands to the company, nobody's person. */
@ApplicationScoped
class RecordDonation {

    private final FindTied tied;
    private final Supports supports;
    private final ActiveMembers activeMembers;
    private final Clock clock;

    RecordDonation(FindTied tied, Supports supports, ActiveMembers activeMembers, Clock clock) {
        this.tied = tied;
        this.supports = supports;
        this.activeMembers = activeMembers;
        this.clock = clock;
    }

    @Transactional
    Ledger.Entered record(String municipality, DonationRequest request, UUID by) {
        activeMembers.callerMustBeActive();
        request.check(LocalDate.now(clock));
        UUID supporter = supports.giver(municipality, request.sourceTransaction())
                .filter(known -> tied.isNamed(known, municipality, request.supporter(), request.memberNumber()))
                .orElseGet(() -> mayGive(municipality, request));
        return supports.record(
                new Supports.Support(
                        municipality,
                        supporter,
                        request.type().activity(),
                        request.type().name(),
                        request.yen(),
                        request.donatedOn(),
                        request.projectCode(),
                        null,
                        request.sourceTransaction()),
                by);
    }

    private UUID mayGive(String municipality, DonationRequest request) {
        UUID supporter = tied.held(municipality, request.supporter(), request.memberNumber());
        request.type().mustBeOpenTo(tied.kind(supporter));
        supports.mustTakeDonations(municipality, request.projectCode());
        return supporter;
    }
}
