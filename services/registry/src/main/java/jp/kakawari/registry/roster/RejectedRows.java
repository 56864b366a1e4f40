package jp.kakawari.registry.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The file of rejected rows, in the format and encoding and under the header that came in, with the line and the reason in
 * front. It can be corrected and sent as it is: what stands in front is ignored on the way in, and not put there twice.
 */
public abstract sealed class RejectedRows implements AutoCloseable
        permits RejectedCsvRows, RejectedJsonRows, RejectedSheetRows {

    static final String LINE = "行";
    static final String REASON = "理由";

    /** Names that a file of rejected rows has in front. */
    static final Set<String> ADDED = Set.of(LINE, REASON);

    private final List<String> header;
    private final int from;

    RejectedRows(List<String> header) {
        this.from = header.size() >= 2 && header.subList(0, 2).equals(List.of(LINE, REASON)) ? 2 : 0;
        this.header = header.subList(from, header.size());
    }

    public static RejectedRows of(Format format, OutputStream out, Encoding encoding, List<String> header)
            throws IOException {
        return switch (format) {
            case CSV -> new RejectedCsvRows(out, encoding, header);
            case NDJSON -> new RejectedJsonRows(out, encoding, header);
            case XLSX -> new RejectedSheetRows(out, header);
        };
    }

    /** One row as it came, with every reason in Japanese. */
    public final void add(long line, List<Reason> reasons, List<String> cells) throws IOException {
        String told = reasons.stream().map(Reason::ja).collect(Collectors.joining("、"));
        write(line, told, cells.subList(Math.min(from, cells.size()), cells.size()));
    }

    final List<String> header() {
        return header;
    }

    abstract void write(long line, String reason, List<String> cells) throws IOException;

    @Override
    public abstract void close() throws IOException;
}
