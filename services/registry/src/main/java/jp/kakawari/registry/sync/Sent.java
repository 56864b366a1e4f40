package jp.kakawari.registry.sync;

/** What makes a sent list the same one again. */
record Sent(String sha256, boolean dryRun) {}
