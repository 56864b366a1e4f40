package jp.kakawari.registry.roster;

/**
 * What a list may be at most.
 *
 * @param bytes of the whole file
 * @param rowCharacters of one row
 * @param columns of one row
 */
public record Limits(long bytes, int rowCharacters, int columns) {}
