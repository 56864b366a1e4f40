package jp.kakawari.registry.person;

import java.util.UUID;

/** Two records, the lower id first, as the database orders them. */
public record Pair(UUID a, UUID b) {}
