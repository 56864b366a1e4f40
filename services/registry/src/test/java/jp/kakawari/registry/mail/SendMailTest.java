package jp.kakawari.registry.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class SendMailTest {

    @Inject
    SendMail mail;

    @Inject
    AwayMail away;

    private final Mailbox mailbox = Parts.shared().mailbox();

    @Test
    void who_is_not_connected_in_time_has_certainly_taken_nothing() throws Exception {
        String domain = "@" + UUID.randomUUID() + ".example";
        List<Letter> letters = List.of(
                new Letter("a" + domain, "便り", "本文"),
                new Letter("no address", "便り", "本文"),
                new Letter("b" + domain, "便り", "本文"));
        assertThat(away.refusing().send(letters)).containsExactly(Posted.NOT_NOW, Posted.REFUSED, Posted.NOT_NOW);
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1)) {
            assertThat(fill(full, waiting)).as("it takes no more connections").isTrue();
            SendMail silent = away.silent(full.getLocalPort(), Duration.ofMillis(300));
            assertThat(silent.send(letters)).containsExactly(Posted.NOT_NOW, Posted.REFUSED, Posted.NOT_NOW);
            assertThat(silent.send(letters.getFirst())).isEqualTo(Posted.NOT_NOW);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
        assertThat(mailbox.addressesEnding(domain)).isEmpty();
    }

    /** Connects until nobody is let in any more. */
    private static boolean fill(ServerSocket server, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 16; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 300);
            } catch (SocketTimeoutException full) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_letter_arrives_as_it_was_written_with_a_way_out() {
        String to = UUID.randomUUID() + "@letters.example";
        String text = "ご無沙汰しています。\n.\n雪が降りました。\n" + "長い行".repeat(400) + "\n";
        var letter = new Letter(to, "邑南町だより 第1号 ☃", text, URI.create("https://example.jp/v1/unsubscriptions/abc"));
        assertThat(mail.send(letter)).isEqualTo(Posted.SENT);
        assertThat(mailbox.to(to)).hasSize(1);
        Mailbox.Mail came = mailbox.to(to).getFirst();
        assertThat(came.subject()).isEqualTo(letter.subject());
        assertThat(came.text().replace("\r\n", "\n").strip()).isEqualTo(text.strip());
        assertThat(came.header("List-Unsubscribe")).isEqualTo("<https://example.jp/v1/unsubscriptions/abc>");
        assertThat(came.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void only_what_is_refused_for_good_is_given_up() {
        assertThat(SendMail.posted(new CompletionException(new ConnectException("refused"))))
                .isEqualTo(Posted.NOT_NOW);
        assertThat(SendMail.posted(new UnknownHostException("mail"))).isEqualTo(Posted.NOT_NOW);
        assertThat(SendMail.posted(said(421))).isEqualTo(Posted.NOT_NOW);
        assertThat(SendMail.posted(said(451))).isEqualTo(Posted.NOT_NOW);
        assertThat(SendMail.posted(said(535))).isEqualTo(Posted.NOT_NOW);
        assertThat(SendMail.posted(said(550))).isEqualTo(Posted.REFUSED);
        assertThat(SendMail.posted(new IllegalArgumentException("no address"))).isEqualTo(Posted.REFUSED);
        assertThat(SendMail.posted(new IllegalStateException("closed"))).isEqualTo(Posted.UNKNOWN);
    }

    private static CompletionException said(int reply) {
        return new CompletionException(new SMTPException("said", reply, List.of("said"), true));
    }

    @Test
    void what_is_no_address_is_refused_and_harms_no_other_letter() {
        String domain = "@" + UUID.randomUUID() + ".example";
        List<Letter> letters = IntStream.range(0, 30)
                .mapToObj(number ->
                        new Letter((number == 7 ? "no address at all " : "reader" + number) + domain, "便り", "本文"))
                .toList();
        List<Posted> posted = mail.send(letters);
        assertThat(posted.get(7)).isEqualTo(Posted.REFUSED);
        assertThat(posted.stream().filter(Posted.SENT::equals)).hasSize(29);
        assertThat(mailbox.addressesEnding(domain)).hasSize(29).doesNotHaveDuplicates();
    }
}
