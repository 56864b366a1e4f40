package jp.kakawari.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a running service still holds: counted in the pause of a full garbage collection, so that nothing comes to it meanwhile. */
final class Heap {

    private static final Pattern USED = Pattern.compile("Total +\\d+ +(\\d+)");

    private Heap() {}

    static long usedKilobytes(ProcessHandle jvm) throws IOException {
        return USED.matcher(jcmd(jvm, "GC.class_histogram"))
                        .results()
                        .mapToLong(total -> Long.parseLong(total.group(1)))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    private static String jcmd(ProcessHandle jvm, String command) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(jvm.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
