package jp.kakawari.web;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** The rule of {@link ScopeFilter}, told by the OpenAPI document. */
record Scopes(Optional<String> service, Map<String, String> exceptions) {
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    static Scopes of(IndexView index) {
        return new Scopes(
                ConfigProvider.getConfig().getOptionalValue("kakawari.scope", String.class),
                index.getAnnotations(RequiredScope.class).stream()
                        .filter(scope -> operationId(scope).isPresent())
                        .collect(Collectors.toMap(
                                scope -> operationId(scope).orElseThrow(),
                                scope -> scope.value().asString(),
                                (one, same) -> one)));
    }

    Optional<String> of(HttpMethod method, Operation operation) {
        return Optional.ofNullable(operation.getOperationId())
                .map(exceptions::get)
                .or(() -> service.map(name -> name + (ScopeFilter.isReading(method.name()) ? ":read" : ":write")));
    }

    private static Optional<String> operationId(AnnotationInstance scope) {
        return Optional.ofNullable(scope.target().asMethod().annotation(OPERATION))
                .map(operation -> operation.value("operationId"))
                .map(AnnotationValue::asString);
    }
}
