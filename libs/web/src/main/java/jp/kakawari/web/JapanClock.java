package jp.kakawari.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.ClockProvider;
import java.time.Clock;

/** The clock of every service, also of constraints like {@code @PastOrPresent}: Japan's, wherever the servers stand. */
@Singleton
class JapanClock implements ClockProvider {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(JapanTime.ZONE);
    }

    @Override
    public Clock getClock() {
        return clock();
    }
}
