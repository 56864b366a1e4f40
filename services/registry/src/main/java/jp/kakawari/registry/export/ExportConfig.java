package jp.kakawari.registry.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Settings of the export. */
@ConfigMapping(prefix = "kakawari.export")
interface ExportConfig {

    /** How many lists go out at once from this replica; each holds a database connection until it is read. */
    @Min(1)
    @WithDefault("8")
    int atOnce();
}
