package jp.kakawari.syncclient;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that are written whole or not at all: nobody finds half a list, and nothing is left of one. A new one is its
 * owner's only; one that stood there keeps who may read it.
 */
final class Whole {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

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
        write(file, part -> {
            try (OutputStream out = Files.newOutputStream(part)) {
                content.transferTo(out);
            }
        });
    }

    private static void write(Path file, Filling filling) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            createForOwner(part);
            filling.of(part);
            if (POSIX && Files.exists(file)) {
                Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(file));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Lists are about people. */
    private static void createForOwner(Path part) throws IOException {
        Files.deleteIfExists(part);
        if (POSIX) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(part);
        }
    }
}
