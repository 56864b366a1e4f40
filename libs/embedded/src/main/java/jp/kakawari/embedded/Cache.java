package jp.kakawari.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** What is unpacked or prepared once and then used by every run of this checkout. */
record Cache(Path directory) {
    /** Fills an empty folder, which has its final place already. */
    @FunctionalInterface
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    /** The folder of that name, filled by the first who asks; others, also in other processes, wait for them. */
    Path once(String name, Filler filler) {
        var folder = directory.resolve(name);
        var complete = folder.resolve(".complete");
        if (Files.exists(complete)) {
            return folder;
        }
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(
                            directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(complete)) {
                    Folders.delete(folder);
                    Files.createDirectories(folder);
                    filler.fill(folder);
                    Files.createFile(complete);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new PartFailed("Could not prepare " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Unpacks a jar that holds one .txz. */
    static void unpackTxzOf(Path jar, Path folder) throws IOException {
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    unpack(new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(zip))), folder, 0);
                    return;
                }
            }
        }
        throw new IOException(jar + " holds no .txz");
    }

    /** Unpacks a zip without its single top folder. */
    static void unpackZip(Path archive, Path folder) throws IOException {
        try (var zip = new ZipArchiveInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            unpack(zip, folder, 1);
        }
    }

    private static void unpack(ArchiveInputStream<?> in, Path folder, int skip) throws IOException {
        for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            var name = Path.of(entry.getName()).normalize();
            if (name.getNameCount() <= skip) {
                continue;
            }
            var file = folder.resolve(name.subpath(skip, name.getNameCount())).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException(entry.getName() + " leads out of its archive");
            }
            write(in, entry, file);
        }
    }

    private static void write(ArchiveInputStream<?> in, ArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry instanceof TarArchiveEntry tar && tar.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(tar.getLinkName()));
            return;
        }
        Files.copy(in, file);
        if (entry instanceof TarArchiveEntry tar && (tar.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
