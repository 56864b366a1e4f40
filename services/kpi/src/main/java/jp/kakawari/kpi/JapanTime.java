package jp.kakawari.kpi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The clock that months and fiscal years are told by. */
public final class JapanTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private JapanTime() {}

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.system(ZONE);
    }
}
