package jp.kakawari.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Settings of the registry's own. */
@ConfigMapping(prefix = "kakawari.registry")
public interface RegistryConfig {

    /**
     * Keys that seal personal data, as {@code <number>:<32 bytes in Base64>}. The first one seals, all of them open, so a
     * new key is put in front and an old one stays until nothing is sealed with it.
     */
    List<String> personalKeys();

    /** Key of pseudonyms and blind indexes, 32 bytes in Base64. It can't be changed without indexing everything anew. */
    String indexKey();

    /** When stages are counted again each day, as a cron expression in Japan's time. */
    @WithDefault("0 10 0 * * ?")
    String stagesRefreshedAt();
}
