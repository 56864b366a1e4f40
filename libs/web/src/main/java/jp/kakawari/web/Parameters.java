package jp.kakawari.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads parameters, and names the one that can't be read (JAX-RS alone would answer 404 without a word). */
@Provider
public class Parameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            UUID.class, Parameters::uuid,
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            boolean.class, Parameters::truth,
            Boolean.class, Parameters::truth,
            String.class, text -> text);

    @Inject
    ObjectMapper json;

    /** Of a collection the framework asks again for its element; of an Optional it does not. */
    @Override
    public <T> ParamConverter<T> getConverter(Class<T> declared, Type genericType, Annotation[] annotations) {
        boolean optional = declared == Optional.class;
        Class<?> type = optional
                        && genericType instanceof ParameterizedType of
                        && of.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : declared;
        Function<String, Object> reader = READERS.get(type);
        if (reader == null) {
            reader = Years.reader(type).orElse(null);
        }
        if (reader == null && type.isEnum()) {
            reader = text -> json.convertValue(text, type);
        }
        if (reader == null && ValueType.of(type).isPresent()) {
            reader = ValueType.of(type).get()::parse;
        }
        return reader == null ? null : new Named<>(name(annotations), type, reader, optional);
    }

    private record Named<T>(String name, Class<?> type, Function<String, Object> reader, boolean optional)
            implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            if (text == null) {
                return optional ? (T) Optional.empty() : null;
            }
            if (text.indexOf('\0') >= 0) {
                throw new InvalidParameter(name, "contains a NUL character", "NUL 文字は使えません");
            }
            Object value = read(name, type, reader, text);
            return (T) (optional ? Optional.of(value) : value);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }

    /** The value of a parameter's text; what can't be read names the parameter. */
    static Object read(String name, Class<?> type, Function<String, Object> reader, String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            JsonFlaws.Expected expected = JsonFlaws.Expected.of(type);
            throw new InvalidParameter(name, "must be " + expected.en(), expected.ja() + "を指定してください");
        }
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not the canonical form");
        }
        return id;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static String name(Annotation[] annotations) {
        return Stream.of(annotations)
                .map(annotation -> switch (annotation) {
                    case PathParam path -> path.value();
                    case QueryParam query -> query.value();
                    case HeaderParam header -> header.value();
                    default -> "";
                })
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("parameter");
    }
}
