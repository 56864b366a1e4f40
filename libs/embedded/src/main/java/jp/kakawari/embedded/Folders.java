package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Folders as a whole. */
final class Folders {
    private Folders() {}

    /** Deletes all in a folder but the files and folders of these names. */
    static void deleteContents(Path folder, Set<String> kept) throws IOException {
        DirectoryStream.Filter<Path> goes =
                child -> !kept.contains(child.getFileName().toString());
        try (var children = Files.newDirectoryStream(folder, goes)) {
            for (var child : children) {
                delete(child);
            }
        }
    }

    /** Deletes a folder with all in it, while a dying process may still delete files of its own. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
