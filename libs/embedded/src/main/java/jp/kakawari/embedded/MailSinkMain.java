package jp.kakawari.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.subethamail.smtp.server.SMTPServer;

/** Main class of the sink's JVM: takes every message and writes it down before it says so. */
final class MailSinkMain {
    private static final AtomicLong COUNT = new AtomicLong();

    private MailSinkMain() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        var server = SMTPServer.port(Integer.parseInt(arguments[0]))
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> keep(folder, to, data))
                .build();
        server.start();
        new CountDownLatch(1).await();
    }

    private static void keep(Path folder, String to, byte[] message) {
        var name = Mailbox.fileName(System.currentTimeMillis(), COUNT.incrementAndGet(), to);
        try {
            var partial = Files.write(folder.resolve(name + ".partial"), message);
            Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
