package jp.kakawari.registry.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.supporter.NewId;
import jp.kakawari.web.Caller;
import jp.kakawari.web.ETags;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;

/** A member organisation states where and of what it wants to be told (通知先の管理), and looks after what was sent. */
@ApplicationScoped
class ManageWebhooks {

    private static final int MOST = 20;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Receivers receivers;
    private final ActiveMembers members;
    private final PersonalData seals;
    private final Caller caller;
    private final Clock clock;

    ManageWebhooks(
            Webhooks webhooks,
            Deliveries deliveries,
            Receivers receivers,
            ActiveMembers members,
            PersonalData seals,
            Caller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.members = members;
        this.seals = seals;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    WebhookSecret create(WebhookRequest request) {
        members.mustBeActive(organization());
        request.check(receivers);
        webhooks.holdAllOf(organization());
        if (webhooks.countOf(organization()) >= MOST) {
            throw new TooManyWebhooks(MOST);
        }
        UUID id = NewId.next();
        byte[] secret = Signature.newSecret();
        Webhook webhook = new Webhook(id, organization(), seals.sealBytes(id, secret), clock.instant());
        webhook.become(request, caller.government().orElse(null), clock.instant());
        webhooks.persist(webhook);
        return new WebhookSecret(webhook.view(), Signature.shown(secret));
    }

    @Transactional
    WebhookView replace(UUID id, String ifMatch, WebhookRequest request) {
        Webhook webhook = webhooks.held(organization(), id);
        ETags.mustMatch(ifMatch, webhook.revision());
        request.check(receivers);
        webhook.become(request, caller.government().orElse(null), clock.instant());
        return webhook.view();
    }

    @Transactional
    void delete(UUID id, String ifMatch) {
        Webhook webhook = webhooks.held(organization(), id);
        ETags.mustMatch(ifMatch, webhook.revision());
        webhooks.delete(webhook);
    }

    @Transactional
    WebhookSecret renewSecret(UUID id) {
        Webhook webhook = webhooks.held(organization(), id);
        byte[] secret = Signature.newSecret();
        webhook.signWith(seals.sealBytes(id, secret), clock.instant());
        return new WebhookSecret(webhook.view(), Signature.shown(secret));
    }

    @Transactional
    WebhookView read(UUID id) {
        return webhooks.of(organization(), id).view();
    }

    @Transactional
    List<WebhookView> page(PageRequest page) {
        return webhooks.page(organization(), page).stream().map(Webhook::view).toList();
    }

    @Transactional
    long count() {
        return webhooks.countOf(organization());
    }

    /** Sends a notice that says nothing, to see whether it arrives. */
    @Transactional
    DeliveryView test(UUID id) {
        webhooks.of(organization(), id);
        Notice notice = Notice.toAll(NewId.next(), EventType.TEST, clock.instant(), Map.of("webhook", id));
        return delivery(id, deliveries.addTest(id, notice));
    }

    @Transactional
    DeliveryView replay(UUID id, UUID delivery) {
        webhooks.of(organization(), id);
        if (!deliveries.replay(id, delivery)) {
            throw new NotFound();
        }
        return delivery(id, delivery);
    }

    @Transactional
    int replayFailed(UUID id) {
        webhooks.of(organization(), id);
        return deliveries.replayFailed(id);
    }

    DeliveryView delivery(UUID id, UUID delivery) {
        webhooks.of(organization(), id);
        return deliveries.find(id, delivery).orElseThrow(NotFound::new);
    }

    private UUID organization() {
        return caller.organization().orElseThrow(NotYours::new);
    }
}
