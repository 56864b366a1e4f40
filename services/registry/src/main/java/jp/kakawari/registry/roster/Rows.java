package jp.kakawari.registry.roster;

/** The rows of a file in one of the formats, the header first, those without any content included. */
sealed interface Rows extends AutoCloseable permits CsvRows, JsonRows, SheetRows {

    /** The next row, or null at the end. */
    Row next();

    Encoding encoding();

    @Override
    void close();
}
