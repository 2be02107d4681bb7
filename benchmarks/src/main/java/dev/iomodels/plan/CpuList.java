package dev.iomodels.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of processors in the syntax of {@code taskset -c} and of Linux: {@code 0}, {@code 0-1}, {@code 0,2}. */
public final class CpuList {
    private static final Pattern PART = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

    private CpuList() {}

    /** The processors that {@code text} names. @throws IllegalArgumentException if it is no such list */
    public static BitSet parse(String text) {
        BitSet cpus = new BitSet();
        for (String part : text.split(",", -1)) {
            Matcher range = PART.matcher(part.strip());
            if (!range.matches()) throw new IllegalArgumentException(complaint(text));
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first) throw new IllegalArgumentException(complaint(text));
            cpus.set(first, last + 1);
        }
        return cpus;
    }

    /** The same list as Linux would write it: {@code 0-2,5}. */
    public static String text(BitSet cpus) {
        List<String> parts = new ArrayList<>();
        for (int first = cpus.nextSetBit(0); first >= 0; first = cpus.nextSetBit(cpus.nextClearBit(first))) {
            int last = cpus.nextClearBit(first) - 1;
            parts.add(first == last ? Integer.toString(first) : first + "-" + last);
        }
        return String.join(",", parts);
    }

    private static String complaint(String text) {
        return "\"" + text + "\": no list of processors; try 0 or 0-1 or 0,2";
    }
}
