package jp.kakawari.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;

/** JSON that is nested too deep is refused for that, also where nothing nested was expected. */
final class DepthFirst extends DeserializationProblemHandler {

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
            throws IOException {
        MismatchedInputException mismatch =
                MismatchedInputException.from(parser, type, message == null ? "Unexpected " + token : message);
        parser.skipChildren();
        throw mismatch;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean, String name)
            throws IOException {
        UnrecognizedPropertyException unknown = UnrecognizedPropertyException.from(
                parser, bean, name, reader == null ? null : reader.getKnownPropertyNames());
        parser.skipChildren();
        throw unknown;
    }
}
