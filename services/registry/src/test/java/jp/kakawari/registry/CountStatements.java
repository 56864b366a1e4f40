package jp.kakawari.registry;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Says in the header {@code Test-Statements} how often a request asked the database. */
@PersistenceUnitExtension
class CountStatements implements StatementInspector {

    private static final long serialVersionUID = 1;

    @Override
    public String inspect(String sql) {
        if (Arc.container().requestContext().isActive()) {
            Arc.container().instance(Statements.class).get().count();
        }
        return sql;
    }

    @Provider
    static class Say implements ContainerResponseFilter {

        @Inject
        Statements statements;

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().putSingle("Test-Statements", statements.asked());
        }
    }
}
