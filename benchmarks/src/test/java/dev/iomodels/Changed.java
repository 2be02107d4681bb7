package dev.iomodels;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Copies of records in which one thing is another. */
public final class Changed {
    private Changed() {}

    /** {@code record} with {@code value} as its component of that name, and all else as it is. */
    public static <R extends Record> R of(R record, String component, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        if (!names.contains(component))
            throw new IllegalArgumentException(
                    record.getClass().getSimpleName() + " has no " + component + "; it has " + names);
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++)
                values[i] = names.get(i).equals(component)
                        ? value
                        : components[i].getAccessor().invoke(record);
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            R changed = (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
            return changed;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record + " cannot be copied", e);
        }
    }
}
