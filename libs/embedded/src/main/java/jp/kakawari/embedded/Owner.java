package jp.kakawari.embedded;

import java.util.Optional;

/** The process that a test run belongs to: the Maven JVM furthest up, or this JVM where there is none (an IDE). */
final class Owner {
    private Owner() {}

    static ProcessHandle ofThisRun() {
        var owner = ProcessHandle.current();
        for (var up = owner.parent(); up.isPresent(); up = up.flatMap(ProcessHandle::parent)) {
            owner = up.filter(Owner::isMaven).orElse(owner);
        }
        return owner;
    }

    private static boolean isMaven(ProcessHandle process) {
        Optional<String> line = process.info().commandLine();
        return line.filter(text -> text.contains("org.codehaus.plexus.classworlds.launcher.Launcher"))
                .isPresent();
    }
}
