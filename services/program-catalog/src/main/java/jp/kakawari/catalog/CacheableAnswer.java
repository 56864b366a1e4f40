package jp.kakawari.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A public answer whose ETag is a digest of what it says, so that an unchanged list costs the network nothing. */
@Singleton
public class CacheableAnswer {

    private final ObjectMapper json;

    @Inject
    CacheableAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** 304 for a client that holds the same, else 200; either may be reused for {@code cacheControl}. */
    public Response.ResponseBuilder to(Request request, Object entity, String cacheControl) {
        byte[] body = bytes(entity);
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(digest(body), 0, 12));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        return (answer != null ? answer : Response.ok(body, MediaType.APPLICATION_JSON_TYPE))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl);
    }

    private byte[] bytes(Object entity) {
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
