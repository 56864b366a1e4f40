package jp.kakawari.registry.sync;

import java.util.List;
import jp.kakawari.registry.roster.Column;
import jp.kakawari.registry.roster.Encoding;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Proposal;
import jp.kakawari.registry.roster.Roster;

/**
 * What a list was read as.
 *
 * @param header as it stands in the file
 * @param fields what each column was taken for; empty text for one that is ignored
 * @param proposals what ignored columns may be
 */
record ReadAs(Format format, Encoding encoding, List<String> header, List<String> fields, List<Proposal> proposals) {

    static ReadAs of(Roster roster) {
        return new ReadAs(
                roster.format(),
                roster.encoding(),
                roster.header().names(),
                roster.header().columns().stream().map(ReadAs::field).toList(),
                roster.proposals());
    }

    private static String field(Column column) {
        return column == null ? "" : column.field();
    }
}
