package jp.kakawari.registry.personal;

/**
 * Under which keyed hashes a supporter is found and counted.
 *
 * @param key number of the index key that made them
 * @param subjectKey pseudonym under which the same person counts once nationwide
 * @param email null where no address is known
 */
public record Indexes(int key, String subjectKey, byte[] email) {}
