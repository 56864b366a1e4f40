package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Keeps a local CSV at the state of the registry by its feed (更新フィード). */
final class Follower {

    /** So that a long first run which is cut off goes on from there. */
    private static final int PAGES_PER_SAVE = 100;

    private final Registry registry;
    private final Labels labels;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Pause pause;

    Follower(Registry registry, PrintWriter out, PrintWriter err, Pause pause) {
        this.registry = registry;
        this.labels = new Labels(registry);
        this.out = out;
        this.err = err;
        this.pause = pause;
    }

    /** Takes over what has changed, once. */
    void follow(Path file) {
        turn(file, opened(file));
    }

    /** Again and again until the program is ended; what may pass by itself is told and left to the next turn. */
    void follow(Path file, Duration every) {
        LocalCopy copy = opened(file);
        while (true) {
            try {
                turn(file, copy);
            } catch (Failed failed) {
                if (!failed.mayPass()) {
                    throw failed;
                }
                err.println("%s %d 秒後にもう一度試します。".formatted(failed.getMessage(), every.toSeconds()));
            }
            pause.of(every);
        }
    }

    private LocalCopy opened(Path file) {
        LocalCopy copy = LocalCopy.open(file);
        copy.mustBeOf(registry.municipality());
        return copy;
    }

    private void turn(Path file, LocalCopy copy) {
        int changes = catchUp(copy);
        out.println("%s: 更新 %,d 件を反映しました（%,d 人）。".formatted(file.getFileName(), changes, copy.size()));
    }

    private int catchUp(LocalCopy copy) {
        int changes = 0;
        for (int pages = 1; ; pages++) {
            JsonNode page = registry.get(place(copy), "items", "next");
            copy.take(page, labels);
            int items = page.path("items").size();
            changes += items;
            if (items == 0 || pages % PAGES_PER_SAVE == 0) {
                copy.save();
            }
            if (items == 0) {
                return changes;
            }
        }
    }

    /** Only where it goes on is kept of the address: the registry may have moved. */
    private URI place(LocalCopy copy) {
        String query = copy.position() == null
                ? "limit=500"
                : URI.create(copy.position()).getRawQuery();
        return registry.own("/supporter-feed?" + query);
    }
}
