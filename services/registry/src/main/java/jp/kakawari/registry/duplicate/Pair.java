package jp.kakawari.registry.duplicate;

import java.util.UUID;

/** Two records, the lower id first, as the database orders them. */
record Pair(UUID a, UUID b) {}
