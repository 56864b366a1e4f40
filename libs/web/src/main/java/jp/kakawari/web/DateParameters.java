package jp.kakawari.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads dates and times in the query before the framework does, which has readers of its own for them: none that names
 * the parameter, and none that knows of {@link Years}.
 */
@Provider
public class DateParameters implements ContainerRequestFilter {
    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, Class<?>> dates = known.computeIfAbsent(resource.getResourceMethod(), DateParameters::datesOf);
        dates.forEach((name, type) -> request.getUriInfo()
                .getQueryParameters()
                .getOrDefault(name, List.of())
                .forEach(text -> Parameters.read(name, type, Years.reader(type).orElseThrow(), text)));
    }

    private static Map<String, Class<?>> datesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(DateParameters::fields)
                .filter(field -> Years.bound(field.type()) && field.of().isAnnotationPresent(QueryParam.class))
                .collect(Collectors.toMap(
                        field -> field.of().getAnnotation(QueryParam.class).value(), Field::type));
    }

    private record Field(AnnotatedElement of, Class<?> type) {}

    private static Stream<Field> fields(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                        && parameter.getType().isRecord()
                ? Arrays.stream(parameter.getType().getRecordComponents()).map(DateParameters::field)
                : Stream.of(new Field(parameter, parameter.getType()));
    }

    // QueryParam can't stand on a record component itself, only on the field and the parameter that it becomes.
    private static Field field(RecordComponent component) {
        try {
            return new Field(component.getDeclaringRecord().getDeclaredField(component.getName()), component.getType());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
