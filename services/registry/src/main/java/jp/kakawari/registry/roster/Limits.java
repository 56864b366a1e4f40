package jp.kakawari.registry.roster;

/**
 * What a list may be at most.
 *
 * @param bytes of the whole file
 * @param rowCharacters of one row
 * @param columns of one row
 * @param workbookPartBytes of the styles of a workbook, and of each other part but its sheets and texts
 */
public record Limits(long bytes, int rowCharacters, int columns, int workbookPartBytes) {}
