package jp.kakawari.registry.consent;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.consent.Consents.Decided;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.Applicants;
import jp.kakawari.registry.supporter.GuardianNeeded;
import jp.kakawari.registry.supporter.RefusedByThePerson;
import jp.kakawari.registry.supporter.Ties;
import jp.kakawari.registry.terms.AllTerms;
import jp.kakawari.registry.terms.FieldGroup;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;
import jp.kakawari.registry.terms.TermsView;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;

/**
 * Somebody gives, refuses or withdraws a consent (同意・不同意・撤回), or whoever registered them records what they were told. It
 * holds from this transaction on: a read that begins later is refused. MAIL to a municipality changes the tie with it.
 */
@ApplicationScoped
class DecideConsent {

    private static final List<FieldGroup> MAIL = List.of(FieldGroup.NAME, FieldGroup.CONTACT);

    private final Consents consents;
    private final AllTerms allTerms;
    private final Applicants applicants;
    private final Ties ties;
    private final ActiveMembers members;
    private final PublishConsents publishing;
    private final Caller caller;

    DecideConsent(
            Consents consents,
            AllTerms allTerms,
            Applicants applicants,
            Ties ties,
            ActiveMembers members,
            PublishConsents publishing,
            Caller caller) {
        this.consents = consents;
        this.allTerms = allTerms;
        this.applicants = applicants;
        this.ties = ties;
        this.members = members;
        this.publishing = publishing;
        this.caller = caller;
    }

    /** The consent as whoever may decide on it sees it. */
    @Transactional
    ConsentView read(UUID supporter, Recipient recipient, Purpose purpose) {
        mustHandle(supporter, recipient);
        members.callerMustBeActive();
        applicants.held(supporter);
        return consents.of(supporter, recipient, purpose).orElseThrow(NotFound::new);
    }

    @Transactional
    ConsentView decide(UUID supporter, Recipient recipient, Purpose purpose, ConsentRequest request, String ifMatch) {
        mustHandle(supporter, recipient);
        Through through = through(request);
        boolean given = request.state() == ConsentState.GIVEN;
        if (given) {
            members.callerMustBeActive();
        }
        boolean guardianMissing = applicants.held(supporter).guardianMissing();
        Optional<ConsentView> known = consents.of(supporter, recipient, purpose);
        known.ifPresent(view -> ETags.mustMatch(ifMatch, view.revision()));
        boolean endedByPerson = known.filter(ConsentView::endedByPerson).isPresent();
        if (!given) {
            return endedByPerson && through != Through.SELF
                    ? known.get()
                    : refuse(supporter, recipient, purpose, request.state(), through, known);
        }
        if (guardianMissing) {
            throw new GuardianNeeded();
        }
        if (endedByPerson && through != Through.SELF) {
            throw new RefusedByThePerson();
        }
        if (purpose == Purpose.MAIL
                && recipient.municipality().isPresent()
                && !consents.isTied(supporter, recipient.value())) {
            throw new InvalidBody().at("/state", "needs a tie with the municipality", "その自治体との関わりを先に登録してください");
        }
        return write(supporter, recipient, purpose, given(recipient, purpose, request, through), true);
    }

    /** Ends a consent, whatever its revision; what the person ended already stays as it is. */
    @Transactional
    ConsentView withdraw(UUID supporter, Recipient recipient, Purpose purpose) {
        mustHandle(supporter, recipient);
        return end(supporter, recipient, purpose, Through.SELF);
    }

    @Transactional(MANDATORY)
    ConsentView end(UUID supporter, Recipient recipient, Purpose purpose, Through through) {
        applicants.held(supporter);
        ConsentView known = consents.of(supporter, recipient, purpose).orElseThrow(NotFound::new);
        return known.endedByPerson()
                ? known
                : refuse(supporter, recipient, purpose, ConsentState.WITHDRAWN, through, Optional.of(known));
    }

    private ConsentView refuse(
            UUID supporter,
            Recipient recipient,
            Purpose purpose,
            ConsentState state,
            Through through,
            Optional<ConsentView> known) {
        if (known.isEmpty() && !mayAsk(recipient, purpose)) {
            throw new InvalidBody().at("/state", "the recipient asks for no such consent", "提供先はこの同意を求めていません");
        }
        List<FieldGroup> fields = known.map(ConsentView::fields).orElse(List.of());
        Integer terms = known.map(ConsentView::terms).orElse(null);
        boolean wasGiven =
                known.filter(view -> view.state() == ConsentState.GIVEN).isPresent()
                        || consents.wasGiven(supporter, recipient, purpose);
        return write(
                supporter, recipient, purpose, new Decided(state, fields, terms, through, toldBy(through)), wasGiven);
    }

    private boolean mayAsk(Recipient recipient, Purpose purpose) {
        return recipient.municipality().isPresent()
                || allTerms.newest(recipient, purpose).isPresent();
    }

    private Decided given(Recipient recipient, Purpose purpose, ConsentRequest request, Through through) {
        Optional<TermsView> terms = allTerms.newest(recipient, purpose);
        if (terms.isEmpty()) {
            if (purpose != Purpose.MAIL || recipient.municipality().isEmpty() || request.terms() != null) {
                throw new InvalidBody().at("/terms", "the recipient has no such terms", "提供先が同意の条件を公開していません");
            }
            return new Decided(ConsentState.GIVEN, MAIL, null, through, toldBy(through));
        }
        if (!Integer.valueOf(terms.get().version()).equals(request.terms())) {
            throw new InvalidBody()
                    .at(
                            "/terms",
                            "must be the version in force, " + terms.get().version(),
                            "公開中の条件（第%d版）への同意が必要です".formatted(terms.get().version()));
        }
        List<FieldGroup> fields = request.fields() == null ? terms.get().fields() : FieldGroup.sorted(request.fields());
        if (fields.isEmpty() || !terms.get().fields().containsAll(fields)) {
            throw new InvalidBody().at("/fields", "must be some of those that the terms ask for", "条件にある提供項目から選んでください");
        }
        return new Decided(ConsentState.GIVEN, fields, terms.get().version(), through, toldBy(through));
    }

    /** The recipient is told only where the consent is or was once given. */
    private ConsentView write(UUID supporter, Recipient recipient, Purpose purpose, Decided decided, boolean told) {
        consents.decide(supporter, recipient, purpose, decided);
        if (purpose == Purpose.MAIL
                && recipient.municipality().isPresent()
                && consents.followInTie(supporter, recipient.value(), decided.state() == ConsentState.GIVEN)) {
            ties.tell(List.of(supporter));
        }
        ConsentView now = consents.of(supporter, recipient, purpose).orElseThrow();
        if (told) {
            publishing.tell(List.of(ConsentDecided.of(supporter, now)));
        }
        return now;
    }

    /** A municipality has only what concerns itself in view, whoever registered them. */
    private void mustHandle(UUID supporter, Recipient recipient) {
        if (!applicants.mayHandle(caller, supporter)) {
            throw new NotFound();
        }
        if (caller.is(Roles.MUNICIPALITY) && !recipient.equals(Recipient.of(caller))) {
            throw new NotYours();
        }
    }

    private Through through(ConsentRequest request) {
        boolean person = caller.is(Roles.SUPPORTER);
        boolean right = person
                ? request.through() == null
                : request.through() != null && request.through().byRegistrant();
        if (!right) {
            throw new InvalidBody()
                    .at(
                            "/through",
                            "is PAPER, PHONE or IN_PERSON for whoever registered them, and absent for the person",
                            "登録した団体は PAPER・PHONE・IN_PERSON のいずれか、本人は指定なしです");
        }
        return person ? Through.SELF : request.through();
    }

    private UUID toldBy(Through through) {
        return through.byPerson() ? null : caller.organization().orElse(null);
    }
}
