package jp.kakawari.registry.engagement;

import java.util.Set;
import java.util.UUID;

/**
 * What the ledgers of these municipalities say of these supporters' programs has changed: they took part, or it was decided that
 * they didn't.
 */
public record ProgramsDone(Set<UUID> supporters, Set<String> municipalities) {}
