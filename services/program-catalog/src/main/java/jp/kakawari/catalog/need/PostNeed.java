package jp.kakawari.catalog.need;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import jp.kakawari.catalog.organization.Organizations;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * A municipality, or an intermediary for one, posts a need (困りごと) and may withdraw it while nothing answers it. Both are
 * told in the same transaction.
 */
@ApplicationScoped
class PostNeed {

    private final Needs needs;
    private final ShowNeeds showing;
    private final Organizations organizations;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    PostNeed(Needs needs, ShowNeeds showing, Organizations organizations, Caller caller, Outbox outbox, Clock clock) {
        this.showing = showing;
        this.needs = needs;
        this.organizations = organizations;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    NeedView post(NeedSheet sheet) {
        if (caller.is(Roles.MUNICIPALITY)) {
            caller.mustActFor(sheet.municipality().value());
        }
        if (Municipalities.byCode(sheet.municipality()).isEmpty()) {
            throw new InvalidBody().at("/municipality", "is not a municipality", "この番号の市区町村はありません");
        }
        UUID organization = caller.organization().orElseThrow(NotYours::new);
        organizations.mustBeActive(organization);
        Need need = Need.posted(sheet, organization, clock.instant());
        needs.persist(need);
        outbox.append(need.event());
        return showing.show(need);
    }

    @Transactional
    void withdraw(UUID id, String ifMatch) {
        Need need = needs.forChange(id);
        if (!showing.isOwn(need)) {
            throw new NotYours();
        }
        ETags.mustMatch(ifMatch, need.revision());
        needs.withdraw(need);
        outbox.bury(need.withdrawn());
    }
}
