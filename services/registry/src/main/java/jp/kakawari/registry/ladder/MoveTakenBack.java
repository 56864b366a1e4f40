package jp.kakawari.registry.ladder;

import java.util.UUID;

/** A move on a municipality's ladder was told by mistake (段階の移動の取消); fired in the transaction that removes it. */
public record MoveTakenBack(UUID move, long revision, String municipality) {}
