package jp.kakawari.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SealedSpoolTest {

    @Property(tries = 100)
    void whatIsWrittenInPiecesIsReadAtAnyPlace(
            @ForAll @IntRange(max = 1_500_000) int length, @ForAll @IntRange(min = 1, max = 50_000) int piece) {
        byte[] written = new byte[length];
        new Random(length).nextBytes(written);
        try (SealedSpool spool = new SealedSpool()) {
            for (int at = 0; at < length; at += piece) {
                spool.write(written, at, Math.min(piece, length - at));
            }
            assertThat(spool.length()).isEqualTo(length);
            assertThat(spool.read(length, new byte[1], 0, 1)).isEqualTo(-1);
            Random random = new Random(piece);
            for (int i = 0; i < 50 && length > 0; i++) {
                int at = random.nextInt(length);
                byte[] read = new byte[100];
                int count = spool.read(at, read, 0, read.length);
                assertThat(count).isPositive();
                assertThat(Arrays.copyOf(read, count)).isEqualTo(Arrays.copyOfRange(written, at, at + count));
            }
        }
    }

    @Test
    void theFileHasNoNameAndSaysNothing() throws IOException {
        byte[] secret = "清水　翔".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        int before = nameless().size();
        try (SealedSpool spool = new SealedSpool()) {
            spool.write(secret, 0, secret.length);
            List<Path> open = nameless();
            assertThat(open).hasSize(before + 1);
            for (Path file : open) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .doesNotContain("清水", "翔");
            }
            try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                assertThat(files)
                        .noneMatch(file -> file.getFileName().toString().startsWith("kakawari-"));
            }
        }
        assertThat(nameless()).hasSize(before);
    }

    /** Open files of this process that were spools when they had a name. */
    private static List<Path> nameless() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : open.toList()) {
                if (Files.isSymbolicLink(file) && target(file).contains("kakawari-")) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
