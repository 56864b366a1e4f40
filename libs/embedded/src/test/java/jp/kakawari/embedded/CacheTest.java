package jp.kakawari.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @TempDir
    Path directory;

    @Test
    void preparesAFolderOnceAndAgainWhenThatFailed() {
        var cache = new Cache(directory);
        assertThatThrownBy(() -> cache.once("part", folder -> {
                    Files.createFile(folder.resolve("half"));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("No space left on device");

        var folder = cache.once("part", empty -> Files.createFile(empty.resolve("whole")));

        assertThat(folder.resolve("half")).doesNotExist();
        assertThat(cache.once("part", again -> Files.createFile(again.resolve("twice"))))
                .isEqualTo(folder);
        assertThat(folder.resolve("whole")).exists();
        assertThat(folder.resolve("twice")).doesNotExist();
    }

    @Test
    void unpacksWithoutTheTopFolder() throws IOException {
        Cache.unpackZip(zip("keycloak-1/lib/run.jar"), directory.resolve("out"));

        assertThat(directory.resolve("out/lib/run.jar")).exists();
    }

    @Test
    void refusesAnEntryThatLeadsOut() throws IOException {
        var archive = zip("keycloak-1/../../../out.txt");

        assertThatThrownBy(() -> Cache.unpackZip(archive, directory.resolve("in")))
                .hasMessageContaining("leads out of its archive");
    }

    private Path zip(String entry) throws IOException {
        var archive = directory.resolve("some.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return archive;
    }
}
