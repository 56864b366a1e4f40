package jp.kakawari.registry.sync;

/** What makes a repeated request the same one. */
record Sent(String kind, String sha256, SyncOptions options) {}
