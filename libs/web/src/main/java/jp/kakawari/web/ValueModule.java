package jp.kakawari.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;

/**
 * Text without NUL (PostgreSQL can't hold it), dates within {@link Years}, and {@link ValueType values} such as codes as
 * plain text.
 */
class ValueModule extends SimpleModule {

    static final String NUL = "\0";

    ValueModule() {
        addDeserializer(String.class, new TextWithoutNul());
        addKeyDeserializer(String.class, new KeyWithoutNul());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public JsonDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription description) {
                return ValueType.of(type.getRawClass()).map(FromText::new).orElse(null);
            }
        });
        context.addBeanDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription description, JsonDeserializer<?> reader) {
                return Years.bound(description.getBeanClass()) ? new WithinYears(reader) : reader;
            }
        });
        context.addSerializers(new Serializers.Base() {
            @Override
            public JsonSerializer<?> findSerializer(
                    SerializationConfig config, JavaType type, BeanDescription description) {
                return ValueType.of(type.getRawClass()).isPresent() ? ToStringSerializer.instance : null;
            }
        });
    }

    private static final class TextWithoutNul extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.contains(NUL)) {
                throw context.weirdStringException(NUL, String.class, "contains NUL");
            }
            return text;
        }
    }

    private static final class KeyWithoutNul extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            if (key.contains(NUL)) {
                throw context.weirdStringException(NUL, String.class, "contains NUL");
            }
            return key;
        }
    }

    private static final class WithinYears extends DelegatingDeserializer {
        WithinYears(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new WithinYears(reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object value = super.deserialize(parser, context);
            if (value != null && !Years.hold(value)) {
                throw context.weirdStringException("", handledType(), "outside of the years that are known");
            }
            return value;
        }
    }

    private static final class FromText extends FromStringDeserializer<Object> {
        private final transient ValueType value;

        FromText(ValueType value) {
            super(value.type());
            this.value = value;
        }

        @Override
        protected Object _deserialize(String text, DeserializationContext context) {
            return value.parse(text);
        }
    }
}
