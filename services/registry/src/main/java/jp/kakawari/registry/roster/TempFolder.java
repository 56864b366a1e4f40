package jp.kakawari.registry.roster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.util.TempFileCreationStrategy;

/** Where the library keeps one workbook, each file encrypted: gone with all that is in it when this closes. */
final class TempFolder implements TempFileCreationStrategy, AutoCloseable {

    /** Tells whose they are, should a process be killed. */
    static final String PREFIX = "kakawari-xlsx-" + ProcessHandle.current().pid() + "-";

    private final Path folder;
    private final AtomicInteger number = new AtomicInteger();

    TempFolder() {
        try {
            this.folder = Files.createTempDirectory(PREFIX);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        return Files.createFile(folder.resolve(prefix + number.incrementAndGet() + suffix))
                .toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        return Files.createDirectory(folder.resolve(prefix + number.incrementAndGet()))
                .toFile();
    }

    @Override
    public void close() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
