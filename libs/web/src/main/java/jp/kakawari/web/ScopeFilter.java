package jp.kakawari.web;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the role allows, the token's scope must allow too: {@code <service>:read} for GET and HEAD, {@code <service>:write}
 * for everything else, unless {@link RequiredScope} says otherwise. A rule instead of an annotation that could be forgotten.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ScopeFilter implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @ConfigProperty(name = "kakawari.scope")
    String service;

    @Inject
    Caller caller;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (isPublic(method)) {
            return;
        }
        RequiredScope exception = method.getAnnotation(RequiredScope.class);
        String scope =
                exception != null ? exception.value() : service + (isReading(request.getMethod()) ? ":read" : ":write");
        if (!caller.hasScope(scope)) {
            throw new StandardProblems.ScopeMissing(scope);
        }
    }

    static boolean isReading(String method) {
        return READING.contains(method);
    }

    private static boolean isPublic(Method method) {
        return method.isAnnotationPresent(PermitAll.class)
                || method.getDeclaringClass().isAnnotationPresent(PermitAll.class)
                        && !method.isAnnotationPresent(jakarta.annotation.security.RolesAllowed.class);
    }
}
