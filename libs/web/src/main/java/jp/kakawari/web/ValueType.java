package jp.kakawari.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;

/**
 * A value that is text on the wire, such as a local government code: a record of one String with a public static
 * {@code parse(String)}. Such types need no annotation of ours to be used in parameters and bodies.
 */
record ValueType(Class<?> type, Method parser) {

    static Optional<ValueType> of(Class<?> type) {
        if (!type.isRecord()
                || type.getRecordComponents().length != 1
                || type.getRecordComponents()[0].getType() != String.class) {
            return Optional.empty();
        }
        try {
            Method parser = type.getMethod("parse", String.class);
            return Modifier.isStatic(parser.getModifiers()) && parser.getReturnType() == type
                    ? Optional.of(new ValueType(type, parser))
                    : Optional.empty();
        } catch (NoSuchMethodException notAValue) {
            return Optional.empty();
        }
    }

    /** The value; unreadable text is an IllegalArgumentException. */
    Object parse(String text) {
        try {
            return parser.invoke(null, text);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (IllegalAccessException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}
