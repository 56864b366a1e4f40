package jp.kakawari.registry.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.OptionalInt;
import jp.kakawari.registry.roster.Limits;

/** Limits of the sync of lists. */
@ConfigMapping(prefix = "kakawari.sync")
public interface SyncConfig {

    /** Bytes of one list. */
    @WithDefault("536870912")
    @Min(1024)
    long maxBytes();

    /** Bytes in each second that a list's sender is waited for, on average and after 30 seconds; whoever is slower is refused. */
    @WithDefault("1024")
    @Min(0)
    long slowestBytesPerSecond();

    /** Characters of one row. */
    @WithDefault("65536")
    @Min(1024)
    int maxRowCharacters();

    /** Columns of one row. */
    @WithDefault("200")
    @Min(20)
    int maxColumns();

    /** Bytes of the styles of a workbook, and of each other part that says where its sheets and texts are. */
    @WithDefault("1048576")
    @Min(65536)
    @Max(16777216)
    int maxWorkbookPartBytes();

    /** Rows that are staged, and later merged, in one transaction. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int chunkRows();

    /**
     * Threads that stage and merge for all lists of one replica, each with a database connection; else two per processor and
     * 16 at most, for each waits for the database half of its time.
     */
    OptionalInt workers();

    /** Lists that one replica receives or merges at a time; each holds one database connection. */
    @WithDefault("8")
    @Min(1)
    int atOnce();

    /** How often a replica looks for lists whose replica died, and for old ones. */
    @WithDefault("30s")
    Duration lookEvery();

    /** How long a job with its rejected rows can be read. */
    @WithDefault("90d")
    Duration keepJobs();

    default Limits limits() {
        return new Limits(maxBytes(), maxRowCharacters(), maxColumns(), maxWorkbookPartBytes());
    }
}
