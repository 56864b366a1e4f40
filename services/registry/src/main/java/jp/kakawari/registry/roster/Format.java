package jp.kakawari.registry.roster;

import java.util.Arrays;
import java.util.Optional;

/** The forms that lists come in (名簿の形式), and in which their rejected rows go back. */
public enum Format {
    CSV("text/csv", "csv"),
    /** One JSON object per line. */
    NDJSON("application/x-ndjson", "ndjson"),
    /** A workbook of Excel; its first sheet. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    /** The format of that media type, given without parameters. */
    public static Optional<Format> of(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equalsIgnoreCase(mediaType))
                .findFirst();
    }
}
