package jp.kakawari.contracts;

/** The topics between the services; a topic has one publisher, named by its first word. */
public enum Topic {
    REGISTRY_ORGANIZATION("registry.organization.v1", true),
    REGISTRY_SUPPORTER("registry.supporter.v1", true),
    REGISTRY_ENGAGEMENT("registry.engagement.v1", false),
    REGISTRY_MEMBERSHIP("registry.membership.v1", true),
    REGISTRY_CONSENT("registry.consent.v1", true),
    REGISTRY_DELEGATION("registry.delegation.v1", true),
    REGISTRY_ACCRUAL("registry.accrual.v1", true),
    REGISTRY_TIER("registry.tier.v1", false),
    REGISTRY_DELIVERY("registry.delivery.v1", true),
    REGISTRY_LADDER("registry.ladder.v1", true),
    CATALOG_PROGRAM("catalog.program.v1", true),
    CATALOG_NEED("catalog.need.v1", true),
    MATCHING_APPLICATION("matching.application.v1", true),
    MATCHING_PARTICIPATION("matching.participation.v1", false);

    private final String value;
    private final boolean compacted;

    Topic(String value, boolean compacted) {
        this.value = value;
        this.compacted = compacted;
    }

    /** Name on the broker, without a namespace prefix. */
    public String value() {
        return value;
    }

    /** Whether the broker may keep only the newest state of each key; facts are kept all. */
    public boolean compacted() {
        return compacted;
    }

    /** Name of the service that publishes it, as in {@code ce_source}. */
    public String publisher() {
        return value.substring(0, value.indexOf('.'));
    }
}
