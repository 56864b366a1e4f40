package jp.kakawari.registry.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may be told. The names are those of the events between the services. */
enum EventType {
    /** 受入プログラム: to everybody, whole. */
    PROGRAM_CHANGED("jp.kakawari.catalog.program-changed.v1"),
    /** 困りごと: to everybody, whole. */
    NEED_CHANGED("jp.kakawari.catalog.need-changed.v1"),
    /** 会員団体: to everybody, whole. */
    ORGANIZATION_CHANGED("jp.kakawari.registry.organization-changed.v1"),
    /** 関係人口: to who registered them and to the municipalities of their ties. */
    SUPPORTER_CHANGED("jp.kakawari.registry.supporter-changed.v1"),
    /** 関わりの記録: to the municipality. */
    ENGAGEMENT_RECORDED("jp.kakawari.registry.engagement-recorded.v1"),
    /** 会員資格: to the municipality. */
    MEMBERSHIP_CHANGED("jp.kakawari.registry.membership-changed.v1"),
    /** 会員種別の昇格・降格: to the municipality. */
    TIER_CHANGED("jp.kakawari.registry.tier-changed.v1"),
    /** 段階の移動: to the municipality whose ladder it is. */
    LADDER_MOVED("jp.kakawari.registry.ladder-moved.v1"),
    /** 委任: to both sides. */
    DELEGATION_CHANGED("jp.kakawari.registry.delegation-changed.v1"),
    /** 配信の結果: sums, to the municipality. */
    DELIVERY_COUNTED("jp.kakawari.registry.delivery-counted.v1"),
    /** 還元の累計: to the operator and the municipality. */
    ACCRUAL_CHANGED("jp.kakawari.registry.accrual-changed.v1"),
    /** 応募: to the municipality of the program and to who applied for the person. */
    APPLICATION_CHANGED("jp.kakawari.matching.application-changed.v1"),
    /** 同意: to the recipient. */
    CONSENT_CHANGED("jp.kakawari.registry.consent-changed.v1"),
    /** 試し送り: on request. */
    TEST("jp.kakawari.registry.webhook-test.v1");

    private final String type;

    EventType(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /** Whether one may ask for it; a test comes whether asked for or not. */
    boolean subscribable() {
        return this != TEST;
    }

    static Optional<EventType> subscribable(String type) {
        return Arrays.stream(values())
                .filter(EventType::subscribable)
                .filter(known -> known.type.equals(type))
                .findFirst();
    }

    static List<String> subscribableNames() {
        return Arrays.stream(values())
                .filter(EventType::subscribable)
                .map(EventType::type)
                .toList();
    }
}
