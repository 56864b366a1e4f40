package jp.kakawari.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The mail that came over SMTP, oldest first. */
public final class Mailbox {
    private final Path folder;

    Mailbox(Path folder) {
        this.folder = folder;
    }

    /** One message: its plain text, and its headers. */
    public record Mail(String subject, String text, MimeMessage message) {

        /** A header, null where it is not there. */
        public String header(String name) {
            try {
                return message.getHeader(name, null);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** All that came for that address. */
    public List<Mail> to(String address) {
        return files(ending(address)).stream().map(Mailbox::read).toList();
    }

    /** The addresses that end so for which mail came, one for each message: such as a domain that no other test has. */
    public List<String> addressesEnding(String end) {
        return files(ending(end).substring(1)).stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(name.indexOf('~') + 1, name.length() - ".eml".length()))
                .toList();
    }

    static String fileName(long at, long count, String address) {
        return "%d-%06d".formatted(at, count) + ending(address);
    }

    private static String ending(String address) {
        return "~" + address.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@._+-]", "_") + ".eml";
    }

    private List<Path> files(String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(null, in);
            return new Mail(message.getSubject(), message.getContent().toString(), message);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("Can't read " + file, e);
        }
    }
}
