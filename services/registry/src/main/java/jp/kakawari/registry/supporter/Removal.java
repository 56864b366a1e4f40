package jp.kakawari.registry.supporter;

import java.util.UUID;

/** A supporter is about to be forgotten: whoever else keeps something of them forgets it in the same transaction. */
public record Removal(UUID supporter) {}
