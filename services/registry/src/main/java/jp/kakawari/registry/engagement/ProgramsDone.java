package jp.kakawari.registry.engagement;

import java.util.Set;
import java.util.UUID;

/** What the ledger says of these supporters' programs has changed: they took part, or it was decided that they didn't. */
public record ProgramsDone(Set<UUID> supporters) {}
