package dev.iomodels.result;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/** Looks through records that were read from a file for what is not there: a field that somebody's editor has lost. */
final class Whole {
    private Whole() {}

    /** Goes through {@code value}. @throws IllegalArgumentException naming the first place at which there is nothing */
    static void check(Object value) {
        check("", value);
    }

    private static void check(String place, Object value) {
        if (value == null) throw new IllegalArgumentException("nothing at " + place);
        if (value instanceof List<?> list)
            for (int i = 0; i < list.size(); i++) check(place + "[" + i + "]", list.get(i));
        else if (value instanceof Map<?, ?> map) map.forEach((key, entry) -> check(place + "." + key, entry));
        else if (value instanceof Record)
            for (RecordComponent component : value.getClass().getRecordComponents())
                check(place + "." + component.getName(), of(value, component));
    }

    private static Object of(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be asked", e);
        }
    }
}
