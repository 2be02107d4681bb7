package dev.iomodels.gate;

import dev.iomodels.gate.Gate.Scope;
import dev.iomodels.result.Light;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/**
 * What one gate said of one thing.
 *
 * @param gate its name
 * @param scope what {@code subject} is
 * @param subject {@code wait/selector-1@25/2} for a fork, without the block for a cell, {@code wait} for a scenario; the
 *     run's id for a run
 * @param value empty if it cannot be told
 * @param unit of the value: {@code ms}, {@code %}, or empty for a count
 * @param amber from where it is amber, in words; empty if it never is
 * @param red from where it is red, in words; empty if it never is
 */
public record Ruling(
        String gate,
        Scope scope,
        String subject,
        OptionalDouble value,
        String unit,
        String amber,
        String red,
        Light light,
        String looksAt,
        String cause,
        String remedy) {

    /** The place of what bears on all of a run. */
    static final String EVERYWHERE = "";

    private static final MathContext DIGITS = new MathContext(6);

    static Ruling of(Gate gate, String subject, Reading reading) {
        return new Ruling(
                gate.id(),
                gate.scope(),
                subject,
                stored(reading),
                reading.unit().symbol(),
                reading.amber(),
                reading.red(),
                reading.light(),
                gate.words().looksAt(),
                gate.words().cause(),
                gate.words().remedy());
    }

    /** Six digits of what is no count: the last ones of a logarithm are another JDK's or processor's own, and files have to come out the same. */
    private static OptionalDouble stored(Reading reading) {
        double value = reading.value().orElse(Double.NaN);
        if (reading.unit() == Unit.COUNT || !Double.isFinite(value)) return reading.value();
        return OptionalDouble.of(new BigDecimal(value).round(DIGITS).doubleValue());
    }

    /** The value for a person: {@code 7.1ms}; a question mark if it cannot be told. */
    public String shown() {
        if (value.isEmpty()) return "?";
        for (Unit one : Unit.values()) if (one.symbol().equals(unit)) return one.text(value.getAsDouble());
        return value.getAsDouble() + unit;
    }

    /** Whether it has to be shown: it is amber or red. */
    public boolean warns() {
        return light == Light.AMBER || light == Light.RED;
    }

    /** What it bears on: the path of a cell, {@code wait/selector-1@25}, which has its forks' too; the name of a scenario; {@link #EVERYWHERE}. */
    String place() {
        return switch (scope) {
            case FORK -> subject.substring(0, subject.lastIndexOf('/'));
            case CELL, SCENARIO -> subject;
            case RUN -> EVERYWHERE;
        };
    }
}
