package jp.kakawari.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Supplier;

/** Optimistic concurrency over HTTP: the strong ETag of a single resource is its revision. */
public final class ETags {
    private ETags() {}

    public static EntityTag of(long revision) {
        return new EntityTag(Long.toString(revision));
    }

    /** Refuses 428 without {@code If-Match}, 412 when none of its tags is this revision. */
    public static void mustMatch(String ifMatch, long revision) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        String current = "\"" + revision + "\"";
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!matches) {
            throw new PreconditionFailed(revision);
        }
    }

    /** 200 with the entity and its ETag. */
    public static Response answer(Revised entity) {
        return Response.ok(entity).tag(of(entity.revision())).build();
    }

    /** 201 with the address of what was created, the entity and its ETag. */
    public static Response created(String address, Revised entity) {
        return Response.created(URI.create(address))
                .tag(of(entity.revision()))
                .entity(entity)
                .build();
    }

    /** 304 when the client already holds this revision ({@code If-None-Match}), else 200 with the entity and its ETag. */
    public static Response answer(Request request, Revised entity) {
        return answer(request, entity.revision(), () -> entity);
    }

    /** The same for an entity that doesn't tell its revision itself. */
    public static Response answer(Request request, long revision, Supplier<?> entity) {
        EntityTag tag = of(revision);
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return notModified != null
                ? notModified.build()
                : Response.ok(entity.get()).tag(tag).build();
    }
}
