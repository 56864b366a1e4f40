package jp.kakawari.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** An SMTP server that delivers nothing: each message becomes a file, for {@link Mailbox} or any mail program to open. */
final class MailSink extends Part {

    MailSink(Settings settings) {
        super("Mail", settings.smtpPort(), settings);
    }

    @Override
    protected void prepare(Consumer<String> progress) throws IOException {
        Files.createDirectories(folder());
    }

    @Override
    protected List<String> command() {
        return Java.command(
                Repository.classPath(),
                List.of("-Xmx48m", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                MailSinkMain.class.getName(),
                List.of(Integer.toString(settings.smtpPort()), folder().toString()));
    }

    @Override
    protected boolean isUp() {
        return Ports.answers(settings.smtpPort());
    }

    Path folder() {
        return data();
    }
}
