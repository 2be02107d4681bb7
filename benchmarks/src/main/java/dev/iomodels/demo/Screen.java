package dev.iomodels.demo;

import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Where text is shown: line by line, without a control character, whoever's words they are. Any thread may write.
 *
 * @param width how many columns there are
 * @param ascii whether there are no signs but those of ASCII
 */
public record Screen(PrintWriter out, int width, boolean ascii) {
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 200;
    private static final String SIGNS = "█·×…–÷";
    private static final String INSTEAD = "=.x.-/";

    /** Of as many columns as {@code columns} says, 80 if it says none, where text is encoded with {@code charset}. */
    public static Screen of(PrintWriter out, String columns, Charset charset) {
        int width = columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
        return new Screen(
                out,
                Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width)),
                !charset.newEncoder().canEncode(SIGNS));
    }

    /** Shows a line, of whatever length. */
    void line(String text) {
        String plain = Plain.text(text);
        if (ascii) for (int i = 0; i < SIGNS.length(); i++) plain = plain.replace(SIGNS.charAt(i), INSTEAD.charAt(i));
        synchronized (out) {
            out.println(plain);
            out.flush();
        }
    }

    /** Shows a line that is cut where the screen ends. */
    void cut(String text) {
        line(Plain.text(text, width));
    }
}
