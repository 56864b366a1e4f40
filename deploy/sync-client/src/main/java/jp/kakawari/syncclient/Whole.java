package jp.kakawari.syncclient;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are written whole or not at all: nobody finds half a list, and nothing is left of one. */
final class Whole {

    private Whole() {}

    /** What writes the content. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private interface Filling {
        void of(Path part) throws IOException;
    }

    static void write(Path file, Charset charset, Content content) throws IOException {
        write(file, part -> {
            try (Writer out = Files.newBufferedWriter(part, charset)) {
                content.writeTo(out);
            }
        });
    }

    static void write(Path file, InputStream content) throws IOException {
        write(file, part -> Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING));
    }

    private static void write(Path file, Filling filling) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            filling.of(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
