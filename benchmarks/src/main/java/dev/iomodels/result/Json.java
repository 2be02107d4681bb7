package dev.iomodels.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.iomodels.load.Faults;
import dev.iomodels.load.Load;
import dev.iomodels.plan.Target;
import dev.iomodels.stub.Delay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How records become the JSON of a run directory, and come back. What has a text form is written as that text. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Load.class, new AsText<>(Load.class))
                    .addDeserializer(Load.class, new FromText<>(Load.class, Load::parse))
                    .addSerializer(Faults.class, new AsText<>(Faults.class))
                    .addDeserializer(Faults.class, new FromText<>(Faults.class, Faults::parse))
                    .addSerializer(Target.class, new AsText<>(Target.class))
                    .addDeserializer(Target.class, new FromText<>(Target.class, Target::parse))
                    .addSerializer(Delay.class, new AsText<>(Delay.class))
                    .addDeserializer(Delay.class, new FromText<>(Delay.class, Delay::parse)))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final JsonMapper COMPACT = MAPPER.rebuild()
            .disable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /** Writes {@code value} as a file, whole or not at all. */
    public static void write(Path file, Object value) {
        AtomicFile.write(file, text(value));
    }

    /** {@code value} as indented JSON, with a line feed at its end. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    /** {@code value} as JSON without a space or line feed between its parts, and without what is null. */
    public static String compact(Object value) {
        return COMPACT.writeValueAsString(value);
    }

    /** Reads {@code file}. @throws Unreadable naming it */
    public static <T> T read(Path file, Class<T> type) {
        try {
            T value = MAPPER.readValue(Files.readString(file), type);
            if (value == null) throw new Unreadable(file, "nothing but null in it", null);
            Whole.check(value);
            return value;
        } catch (java.io.IOException e) {
            throw new Unreadable(file, "cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(file, "not the JSON that belongs there: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new Unreadable(file, "not the JSON that belongs there: " + e.getOriginalMessage(), e);
        }
    }

    private static final class AsText<T> extends StdSerializer<T> {
        AsText(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toString());
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            return parse.apply(in.getString());
        }
    }
}
