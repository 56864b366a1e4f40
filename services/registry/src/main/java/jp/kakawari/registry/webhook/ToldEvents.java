package jp.kakawari.registry.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.matching.ApplicationChanged;
import jp.kakawari.contracts.registry.AccrualChanged;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.contracts.registry.DeliveryCounted;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.LadderMoved;
import jp.kakawari.contracts.registry.MembershipChanged;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.contracts.registry.TierChanged;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;
import jp.kakawari.registry.digest.NoteProgramNews;

/** What is heard so that it can be told. Taking part is told as the engagement that it becomes. */
@ApplicationScoped
class ToldEvents {

    private final Deliveries deliveries;
    private final WantedTypes wanted;
    private final NoteProgramNews news;

    ToldEvents(Deliveries deliveries, WantedTypes wanted, NoteProgramNews news) {
        this.deliveries = deliveries;
        this.wanted = wanted;
        this.news = news;
    }

    @Produces
    @Singleton
    Subscription<ProgramChanged> programs() {
        return new ToldAndNoted<>(
                heard(Topic.CATALOG_PROGRAM, ProgramChanged.class, EventType.PROGRAM_CHANGED, Notices::of), news::note);
    }

    @Produces
    @Singleton
    Subscription<OrganizationChanged> organizations() {
        return heard(
                Topic.REGISTRY_ORGANIZATION, OrganizationChanged.class, EventType.ORGANIZATION_CHANGED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<SupporterChanged> supporters() {
        return heard(Topic.REGISTRY_SUPPORTER, SupporterChanged.class, EventType.SUPPORTER_CHANGED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<EngagementRecorded> engagements() {
        return heard(Topic.REGISTRY_ENGAGEMENT, EngagementRecorded.class, EventType.ENGAGEMENT_RECORDED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<MembershipChanged> memberships() {
        return heard(Topic.REGISTRY_MEMBERSHIP, MembershipChanged.class, EventType.MEMBERSHIP_CHANGED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<ApplicationChanged> applications() {
        return heard(Topic.MATCHING_APPLICATION, ApplicationChanged.class, EventType.APPLICATION_CHANGED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<NeedChanged> needs() {
        return heard(Topic.CATALOG_NEED, NeedChanged.class, EventType.NEED_CHANGED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<TierChanged> tiers() {
        return heard(Topic.REGISTRY_TIER, TierChanged.class, EventType.TIER_CHANGED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<LadderMoved> moves() {
        return heard(Topic.REGISTRY_LADDER, LadderMoved.class, EventType.LADDER_MOVED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<DelegationChanged> delegations() {
        return heard(Topic.REGISTRY_DELEGATION, DelegationChanged.class, EventType.DELEGATION_CHANGED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<DeliveryCounted> letters() {
        return heard(Topic.REGISTRY_DELIVERY, DeliveryCounted.class, EventType.DELIVERY_COUNTED, Notices::of);
    }

    @Produces
    @Singleton
    Subscription<AccrualChanged> accruals() {
        return heard(Topic.REGISTRY_ACCRUAL, AccrualChanged.class, EventType.ACCRUAL_CHANGED, Notices::of);
    }

    /** For digests too, whoever waits: a topic has one subscription. */
    private record ToldAndNoted<E extends Event>(Subscription<E> told, Consumer<List<Received<E>>> noted)
            implements Subscription<E> {

        @Override
        public Topic topic() {
            return told.topic();
        }

        @Override
        public Class<E> type() {
            return told.type();
        }

        @Override
        public void handle(List<Received<E>> batch) {
            noted.accept(batch);
            if (told.heard()) {
                told.handle(batch);
            }
        }
    }

    private <E extends Event> Subscription<E> heard(
            Topic topic, Class<E> type, EventType told, BiFunction<Received<E>, E, Notice> notice) {
        return new Heard<>(topic, type, told, notice, deliveries, wanted);
    }

    private record Heard<E extends Event>(
            Topic topic,
            Class<E> type,
            EventType told,
            BiFunction<Received<E>, E, Notice> notice,
            Deliveries deliveries,
            WantedTypes wanted)
            implements Subscription<E> {

        @Override
        public boolean heard() {
            return wanted.has(told);
        }

        @Override
        public void handle(List<Received<E>> batch) {
            deliveries.add(batch.stream()
                    .filter(received -> !received.tombstone())
                    .map(received -> notice.apply(received, received.body()))
                    .filter(Objects::nonNull)
                    .toList());
        }
    }
}
