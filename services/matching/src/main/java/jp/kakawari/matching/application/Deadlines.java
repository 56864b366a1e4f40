package jp.kakawari.matching.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an offer holds its place, and how often lapsed holds are looked for. */
@ConfigMapping(prefix = "kakawari.offers")
interface Deadlines {
    @WithDefault("PT72H")
    Duration hold();

    @WithDefault("PT1S")
    Duration sweep();
}
