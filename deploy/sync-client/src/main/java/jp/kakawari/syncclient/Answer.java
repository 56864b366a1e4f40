package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads what came back: whoever asked the registry and hears somebody else, or only half of it, has no answer. */
final class Answer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answer() {}

    /**
     * The JSON object of a success.
     *
     * @param needed members without which it isn't what was asked for
     * @throws Lost when it is something else, or was cut off
     */
    static JsonNode json(HttpResponse<InputStream> answer, String... needed) throws Lost {
        try (InputStream body = answer.body()) {
            JsonNode tree = JSON.readTree(body);
            if (tree != null && tree.isObject() && Stream.of(needed).allMatch(tree::hasNonNull)) {
                return tree;
            }
        } catch (IOException cutOrOther) {
            throw unreadable(answer);
        }
        throw unreadable(answer);
    }

    /** The problem that was answered; an empty one when somebody in between refused. */
    static JsonNode problem(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? JSON.createObjectNode() : tree;
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }

    /** A file of the registry; when the connection breaks, reading it ends with a {@link Failed} and not like the file. */
    static InputStream file(HttpResponse<InputStream> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html")) {
            answer.body().close();
            throw unreadable(answer);
        }
        return new FilterInputStream(answer.body()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                try {
                    return in.read(bytes, offset, length);
                } catch (IOException cut) {
                    throw new Failed(Exit.UNREACHABLE, "受信の途中で接続が切れました。何も保存していません。もう一度実行してください。");
                }
            }
        };
    }

    private static Lost unreadable(HttpResponse<?> answer) {
        return new Lost("%s の回答を読み取れません（途中で切れたか、プロキシなど別の相手の回答です）。しばらくしてからもう一度実行してください。"
                .formatted(answer.uri().resolve("/")));
    }
}
