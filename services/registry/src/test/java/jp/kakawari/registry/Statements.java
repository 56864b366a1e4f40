package jp.kakawari.registry;

import jakarta.enterprise.context.RequestScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How often a request asked the database. */
@RequestScoped
class Statements {

    private final AtomicLong asked = new AtomicLong();

    void count() {
        asked.incrementAndGet();
    }

    long asked() {
        return asked.get();
    }
}
