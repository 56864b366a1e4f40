package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;

/** What a service answered: status, headers and the body, which is null JSON when it was not JSON. */
public record Answer(URI uri, int status, HttpHeaders headers, String body, JsonNode json) {

    /** This answer when it has that status, else an exception that shows what came instead. */
    public Answer expect(int... statuses) {
        for (int allowed : statuses) {
            if (status == allowed) {
                return this;
            }
        }
        throw new IllegalStateException("%s answered %d: %s"
                .formatted(uri, status, body.substring(0, Math.min(500, body.length()))));
    }

    /** The header of that name. */
    public String header(String name) {
        return headers.firstValue(name)
                .orElseThrow(() -> new IllegalStateException("%s answered without %s".formatted(uri, name)));
    }
}
