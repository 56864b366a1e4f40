package jp.kakawari.catalog;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** Days begin at midnight in Japan, wherever the servers stand. */
class CatalogClock {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }
}
