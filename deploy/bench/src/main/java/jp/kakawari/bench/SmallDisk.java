package jp.kakawari.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk under the data of PostgreSQL that can be filled to the last byte and emptied again. */
final class SmallDisk {

    private static final long SMALL = 4L << 30;

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

    void fill() throws IOException {
        byte[] block = new byte[1 << 12];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (ballast.toFile().getUsableSpace() >= block.length) {
                throw full;
            }
        }
    }

    void empty() throws IOException {
        Files.delete(ballast);
    }
}
