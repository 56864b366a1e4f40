package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeTest {

    @TempDir
    Path desk;

    private static void write(Path file) throws IOException {
        Whole.write(file, new ByteArrayInputStream("会員番号\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void a_list_is_its_owners_only_from_its_first_byte_on() throws IOException {
        Path file = desk.resolve("名簿.csv");
        Path part = desk.resolve("名簿.csv.part");
        Files.writeString(part, "of a run that was killed");

        Whole.write(file, StandardCharsets.UTF_8, out -> {
            assertThat(permissions(part)).isEqualTo("rw-------");
            out.write("会員番号\n");
        });

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("会員番号\n");
        assertThat(part).doesNotExist();
        Path other = desk.resolve("取り込めない行.csv");
        write(other);
        assertThat(permissions(other)).isEqualTo("rw-------");
    }

    @Test
    void who_could_read_the_last_one_can_read_the_next() throws IOException {
        Path file = Files.writeString(desk.resolve("名簿.csv"), "前の名簿");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        write(file);

        assertThat(permissions(file)).isEqualTo("rw-r-----");
        assertThat(file).hasContent("会員番号\n");
    }

    @Test
    void what_stands_there_is_not_taken_away_before_the_new_one_takes_its_place() throws IOException {
        Path taken = Files.createDirectory(desk.resolve("名簿.csv"));

        assertThatThrownBy(() -> write(taken)).isInstanceOf(IOException.class);

        assertThat(desk).isDirectoryNotContaining("glob:**.part");
        assertThat(taken).isDirectory();
    }
}
