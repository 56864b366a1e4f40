package jp.kakawari.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bodies end at {@code kakawari.body-limit} bytes (413), announced or not, except those of {@link StreamedBody} methods.
 * And where a method takes a body there must be one (400).
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter, ReaderInterceptor {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    @ConfigProperty(name = "kakawari.body-limit")
    long limit;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (WITHOUT_BODY.contains(request.getMethod())) {
            return;
        }
        long most = resource.getResourceMethod().isAnnotationPresent(StreamedBody.class) ? Long.MAX_VALUE : limit;
        String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > most) {
            throw new StandardProblems.BodyTooLarge(most);
        }
        request.setEntityStream(new Limited(request.getEntityStream(), most));
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw new StandardProblems.BodyMissing();
        }
        return body;
    }

    private static final class Limited extends FilterInputStream {
        private final long limit;
        private long seen;

        Limited(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        /** The framework's own close reads the rest, which may never end; {@link UnreadBodies} sees to it. */
        @Override
        public void close() {}

        private void count(int read) {
            seen += read;
            if (seen > limit) {
                throw new StandardProblems.BodyTooLarge(limit);
            }
        }
    }
}
