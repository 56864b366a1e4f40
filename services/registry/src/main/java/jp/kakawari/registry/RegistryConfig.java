package jp.kakawari.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Settings of the registry's own. */
@ConfigMapping(prefix = "kakawari.registry")
public interface RegistryConfig {

    /**
     * Keys that seal personal data, as {@code <number>:<32 bytes in Base64>}. The first one seals, all of them open. A new
     * key gets a higher number, is put last on all replicas, then first, and the old one goes when the gauge
     * {@code kakawari.keys.remaining} is 0.
     */
    List<String> personalKeys();

    /** Keys of pseudonyms and blind indexes, in the same form and changed in the same steps. The first one writes. */
    List<String> indexKeys();

    /** Keys that sign members' cards, in the same form; the first one signs, all verify. */
    List<String> credentialKeys();

    /** Who signs them, as cards say it. */
    @WithDefault("https://registry.kakawari.example")
    String credentialIssuer();

    /** How often what an older key left is looked for, while there is one. */
    @WithDefault("10m")
    String keysFollowedEvery();

    /** How often duplicates (名寄せ) are looked for among those who came or changed. */
    @WithDefault("10m")
    String duplicatesFollowedEvery();

    /** When stages are counted again each day, as a cron expression in Japan's time. */
    @WithDefault("0 10 0 * * ?")
    String stagesRefreshedAt();

    /** How often it is looked whether members of a scheme have to be gone through (会員種別の見直し). */
    @WithDefault("10s")
    String tiersFollowedEvery();

    /** When tiers of members are counted again each day, as a cron expression in Japan's time. */
    @WithDefault("0 20 0 * * ?")
    String tiersReviewedAt();

    /** When what municipalities' feeds pass over is tidied away each day, as a cron expression in Japan's time. */
    @WithDefault("0 10 3 * * ?")
    String feedsTidiedAt();

    /** When it is looked who came into the next age band or came of age by the first of the month, as a cron expression in Japan's time. */
    @WithDefault("0 40 0 1 * ?")
    String ageBandsRefreshedAt();

    /** How often it is looked whether minors on record from before are still to be told to lack a guardian, which is done once. */
    @WithDefault("1m")
    String minorsLookedBackEvery();
}
