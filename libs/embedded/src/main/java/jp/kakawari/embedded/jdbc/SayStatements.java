package jp.kakawari.embedded.jdbc;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Says in the header {@code Test-Statements} how often a request asked the database. */
@Provider
public class SayStatements implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Test-Statements", CountingDriver.asked());
    }
}
