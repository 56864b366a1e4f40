package jp.kakawari.web;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;

/** Bean Validation's findings: JSON pointers for the body (422), names for parameters (400). */
final class Violations {
    private Violations() {}

    /** False for what is not the caller's fault: a broken rule between our own methods, or in an answer. */
    static boolean areOfTheInput(ConstraintViolationException thrown) {
        return thrown.getConstraintViolations().stream().allMatch(violation -> {
            Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
            boolean ofMethod = nodes.next().getKind() == ElementKind.METHOD;
            return !ofMethod
                    || thrown instanceof ResteasyReactiveViolationException
                            && nodes.next().getKind() == ElementKind.PARAMETER;
        });
    }

    static Refusal of(ConstraintViolationException thrown, ResourceInfo resource) {
        var flaws = thrown.getConstraintViolations().stream()
                .map(violation -> flaw(violation, resource))
                .sorted(Comparator.comparing(Flaw::place))
                .toList();
        boolean parametersOnly = flaws.stream().allMatch(flaw -> flaw.pointer() == null);
        Refusal refusal = parametersOnly ? new InvalidParameter() : new InvalidBody();
        flaws.forEach(refusal::at);
        return refusal;
    }

    private static Flaw flaw(ConstraintViolation<?> violation, ResourceInfo resource) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        StringBuilder pointer = new StringBuilder();
        Path.Node first = nodes.next();
        if (first.getKind() == ElementKind.METHOD) {
            Parameter parameter = parameter(nodes.next(), resource);
            Optional<String> name = parameter.isAnnotationPresent(BeanParam.class) && nodes.hasNext()
                    ? Optional.of(nodes.next().getName())
                    : name(parameter);
            if (name.isPresent()) {
                return Flaw.inParameter(name.get(), violation.getMessage(), violation.getMessage());
            }
        } else {
            step(first, pointer);
        }
        nodes.forEachRemaining(node -> step(node, pointer));
        return Flaw.inBody(pointer.toString(), violation.getMessage(), violation.getMessage());
    }

    private static Parameter parameter(Path.Node node, ResourceInfo resource) {
        return resource.getResourceMethod()
                .getParameters()[node.as(Path.ParameterNode.class).getParameterIndex()];
    }

    private static void step(Path.Node node, StringBuilder pointer) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(escaped(node.getKey().toString()));
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(escaped(node.getName()));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<String> name(AnnotatedElement parameter) {
        return Optional.ofNullable(parameter.getAnnotation(PathParam.class))
                .map(PathParam::value)
                .or(() -> Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                        .map(QueryParam::value))
                .or(() -> Optional.ofNullable(parameter.getAnnotation(HeaderParam.class))
                        .map(HeaderParam::value));
    }
}
