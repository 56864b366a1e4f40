package jp.kakawari.registry.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How addresses are verified. */
@ConfigMapping(prefix = "kakawari.verification")
interface VerificationConfig {

    /** How long a code is good for. */
    @WithDefault("15m")
    Duration codeLivesFor();

    /** How soon another code may be asked for. */
    @WithDefault("60s")
    Duration nextCodeAfter();

    /** How many codes one address gets in a day. */
    @WithDefault("10")
    int codesPerDay();

    /** How often a code may be tried. */
    @WithDefault("5")
    int tries();
}
