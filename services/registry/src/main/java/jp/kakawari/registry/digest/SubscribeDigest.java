package jp.kakawari.registry.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.ETags;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.NotFound;

/** A municipality says which of its desks is told what is new, and how often (ダイジェストの購読). */
@ApplicationScoped
class SubscribeDigest {

    private final DigestSubscriptions subscriptions;
    private final ActiveMembers members;
    private final PersonalData seals;
    private final Clock clock;

    SubscribeDigest(DigestSubscriptions subscriptions, ActiveMembers members, PersonalData seals, Clock clock) {
        this.subscriptions = subscriptions;
        this.members = members;
        this.seals = seals;
        this.clock = clock;
    }

    @Transactional
    DigestView put(String municipality, String ifMatch, DigestRequest request) {
        members.callerMustBeActive();
        DigestSubscription subscription = subscriptions.held(municipality).orElse(null);
        boolean begins = subscription == null;
        if (begins) {
            subscription = new DigestSubscription(municipality, NewId.next(), clock.instant());
        } else {
            ETags.mustMatch(ifMatch, subscription.revision());
        }
        byte[] contacts = String.join("\n", request.emails()).getBytes(StandardCharsets.UTF_8);
        subscription.become(request.every(), seals.sealBytes(subscription.id(), contacts), clock.instant());
        if (begins) {
            RegisteredMeanwhile.unlessFirst(subscriptions::persistAndFlush, subscription);
        }
        return view(subscription);
    }

    @Transactional
    DigestView read(String municipality) {
        return subscriptions.findByIdOptional(municipality).map(this::view).orElseThrow(NotFound::new);
    }

    /** What is new is sent as soon as somebody looks. */
    @Transactional
    DigestView hurry(String municipality) {
        DigestSubscription subscription = subscriptions.held(municipality).orElseThrow(NotFound::new);
        subscription.hurry(clock.instant());
        return view(subscription);
    }

    @Transactional
    void end(String municipality, String ifMatch) {
        DigestSubscription subscription = subscriptions.held(municipality).orElseThrow(NotFound::new);
        ETags.mustMatch(ifMatch, subscription.revision());
        subscriptions.delete(subscription);
    }

    List<String> emails(DigestSubscription subscription) {
        byte[] contacts = seals.openBytes(subscription.id(), subscription.contacts());
        return List.of(new String(contacts, StandardCharsets.UTF_8).split("\n"));
    }

    private DigestView view(DigestSubscription subscription) {
        return new DigestView(
                subscription.revision(),
                subscription.every(),
                emails(subscription),
                JapanTime.of(subscription.nextAt()),
                List.of("change", "end", "send"));
    }
}
