package jp.kakawari.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of the checkout that this JVM works in. */
final class Project {
    private Project() {}

    /** Run-time files of the checkout, ignored by git; outside of a checkout, the user's cache folder. */
    static Path scratch() {
        return root().map(root -> root.resolve(".kakawari"))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "kakawari"));
    }

    static Path cache() {
        return Optional.ofNullable(System.getProperty("kakawari.cache"))
                .map(Path::of)
                .orElseGet(() -> scratch().resolve("cache"))
                .toAbsolutePath();
    }

    private static Optional<Path> root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("libs/embedded/pom.xml")))
                .findFirst();
    }
}
