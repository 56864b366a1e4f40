package jp.kakawari.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A small disk under the data of PostgreSQL that can be filled to the last byte and emptied again. */
final class SmallDisk {

    private static final long SMALL = 4L << 30;
    private static final long ROOM = 48L << 20;
    private static final int BLOCK = 1 << 20;
    private static final int PAGE = 1 << 12;

    private final Path ballast;

    private SmallDisk(Path mounted) {
        this.ballast = mounted.resolve("ballast");
    }

    /** Puts the disk where PostgreSQL will keep its data; the platform must not be running in that home yet. */
    static SmallDisk under(Path home, Path mounted) throws IOException {
        if (Files.getFileStore(mounted).getTotalSpace() > SMALL) {
            throw new IllegalStateException(mounted + " is no small disk of its own: start deploy/bench/faults");
        }
        Files.createDirectories(home);
        Path data = Files.createDirectory(mounted.resolve("data"));
        Files.createSymbolicLink(home.resolve("postgresql"), data.toAbsolutePath());
        return new SmallDisk(mounted);
    }

    /** Leaves a list's room, which is gone in a moment. */
    void fillAlmost() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (long room = ballast.toFile().getUsableSpace(); room > ROOM; room -= BLOCK) {
                out.write(block);
            }
        }
    }

    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (ballast.toFile().getUsableSpace() >= PAGE) {
                throw full;
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(ballast);
    }
}
