package jp.kakawari.registry.donation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.supporter.FindTied;

/** A municipality records what was given to it (寄附の記録); a company's donation stands to the company, nobody's person. */
@ApplicationScoped
class RecordDonation {

    private final FindTied tied;
    private final Supports supports;
    private final Clock clock;

    RecordDonation(FindTied tied, Supports supports, Clock clock) {
        this.tied = tied;
        this.supports = supports;
        this.clock = clock;
    }

    @Transactional
    Ledger.Entered record(String municipality, DonationRequest request, UUID by) {
        request.check(LocalDate.now(clock));
        UUID supporter = tied.named(municipality, request.supporter(), request.memberNumber());
        request.type().mustBeOpenTo(tied.kind(supporter));
        supports.mustTakeDonations(municipality, request.projectCode());
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
}
