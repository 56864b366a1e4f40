package jp.kakawari.matching.supporter;

import java.util.Set;
import java.util.UUID;

/** Told inside the transaction that learns that these supporters are gone. */
public record SupportersRemoved(Set<UUID> ids) {}
