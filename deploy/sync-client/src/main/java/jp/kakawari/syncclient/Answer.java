package jp.kakawari.syncclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads what came back: whoever asked the registry and hears somebody else, or only half of it, has no answer. */
final class Answer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answer() {}

    /** A list that comes in. */
    record Download(String type, InputStream content) {}

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
            throw unreadable(answer.uri());
        }
        throw unreadable(answer.uri());
    }

    /** The problem that was answered; an empty one when somebody in between refused. */
    static JsonNode problem(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            JsonNode tree = type(answer).equals("application/problem+json") ? JSON.readTree(body) : null;
            return tree == null ? JSON.createObjectNode() : tree;
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }

    /**
     * A list of the registry.
     *
     * @param limit how long nothing of it may come
     */
    static Download file(HttpResponse<InputStream> answer, Duration limit) throws IOException {
        String type = type(answer);
        if (!Lists.isType(type)) {
            answer.body().close();
            throw unreadable(answer.uri());
        }
        return new Download(type, new Incoming(answer.body(), limit));
    }

    /** What it says to be, without parameters; empty where it doesn't. */
    static String type(HttpResponse<?> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static Lost unreadable(URI asked) {
        return new Lost("%s の回答を読み取れません（途中で切れたか、プロキシなど別の相手の回答です）。しばらくしてからもう一度実行してください。".formatted(asked.resolve("/")));
    }
}
