package jp.kakawari.registry.scheme;

import jakarta.persistence.Embeddable;

/** A tier (会員種別) of a policy. */
@Embeddable
record Tier(String code, String name, String nameEn) {}
