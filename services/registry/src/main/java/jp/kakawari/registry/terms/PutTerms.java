package jp.kakawari.registry.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;

/**
 * A recipient states what it asks for (同意の条件の登録・改定). Saying the same again changes nothing; anything else is the next
 * version beside the old ones, under which those stay who consented to them.
 */
@ApplicationScoped
class PutTerms {

    private final AllTerms terms;
    private final ActiveMembers members;
    private final Caller caller;

    PutTerms(AllTerms terms, ActiveMembers members, Caller caller) {
        this.terms = terms;
        this.members = members;
        this.caller = caller;
    }

    @Transactional
    TermsView put(Recipient recipient, Purpose purpose, TermsRequest request, String ifMatch) {
        recipient.mustBe(caller);
        members.callerMustBeActive();
        Optional<TermsView> known = terms.newest(recipient, purpose);
        if (known.filter(request::says).isPresent()) {
            return known.get();
        }
        known.ifPresent(newest -> ETags.mustMatch(ifMatch, newest.version()));
        int next = known.map(TermsView::version).orElse(0) + 1;
        if (!terms.add(recipient, purpose, next, request)) {
            throw new RegisteredMeanwhile();
        }
        return terms.newest(recipient, purpose).orElseThrow();
    }
}
