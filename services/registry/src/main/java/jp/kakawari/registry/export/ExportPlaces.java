package jp.kakawari.registry.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** So many lists and people's own data go out at once from this replica, for each holds a connection until it is read. */
@ApplicationScoped
public class ExportPlaces {

    private final Semaphore places;

    ExportPlaces(ExportConfig config) {
        this.places = new Semaphore(config.atOnce());
    }

    /** What takes a place. */
    public interface Export {
        void run() throws IOException;
    }

    /** Runs it where there is a place; refuses (503) when there is none. */
    public void within(Export export) throws IOException {
        if (!places.tryAcquire()) {
            throw new TooManyExports();
        }
        try {
            export.run();
        } finally {
            places.release();
        }
    }
}
