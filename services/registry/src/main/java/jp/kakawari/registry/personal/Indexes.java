package jp.kakawari.registry.personal;

/**
 * Under which keyed hashes a supporter is found and counted.
 *
 * @param subjectKey pseudonym under which the same person counts once nationwide; it begins with the number of the index
 *     key that made them both
 * @param email null where no address is known
 */
public record Indexes(String subjectKey, byte[] email) {}
