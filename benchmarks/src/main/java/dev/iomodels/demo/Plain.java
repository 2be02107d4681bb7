package dev.iomodels.demo;

/** Text of others that is shown: a server's words, a URL, a thread's name. What is no sign to be seen would steer a terminal, or break XML. */
public final class Plain {
    private static final char INSTEAD = '\uFFFD';

    private Plain() {}

    /** {@code text} with a sign in place of everything that is none: control and format characters, half pairs, ends of lines. */
    public static String text(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isSeen(point)) plain.appendCodePoint(point);
            else plain.append(INSTEAD);
        });
        return plain.toString();
    }

    /** The same, no longer than {@code most}; dots say that it was. */
    public static String text(String text, int most) {
        String plain = text(text);
        if (plain.length() <= most) return plain;
        int end = Math.max(0, most - 1);
        if (end > 0 && Character.isHighSurrogate(plain.charAt(end - 1))) end--;
        return plain.substring(0, end) + "…";
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
