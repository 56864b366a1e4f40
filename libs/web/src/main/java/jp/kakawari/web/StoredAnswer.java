package jp.kakawari.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer as it went out, so that it can go out again byte for byte. */
record StoredAnswer(int status, Map<String, List<String>> headers, String body) {

    static StoredAnswer of(Response response, ObjectMapper json) {
        Map<String, List<String>> headers = new TreeMap<>(response.getStringHeaders());
        if (!response.hasEntity()) {
            return new StoredAnswer(response.getStatus(), headers, null);
        }
        headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, List.of(MediaType.APPLICATION_JSON));
        try {
            return new StoredAnswer(response.getStatus(), headers, json.writeValueAsString(response.getEntity()));
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    static StoredAnswer parse(byte[] stored, ObjectMapper json) {
        try {
            return json.readValue(stored, StoredAnswer.class);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    byte[] json() {
        try {
            return new ObjectMapper().writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Response.ResponseBuilder toResponse() {
        Response.ResponseBuilder response = Response.status(status).entity(body);
        headers.forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return response;
    }
}
