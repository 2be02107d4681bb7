package dev.iomodels.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One line of a response before its body, gathered byte by byte and asked without making objects. Not thread-safe. */
final class HeaderLine {
    private static final int LONGEST = 8192;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_HEX_DIGITS = 15;

    private byte[] bytes = new byte[128];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    void append(byte b) throws FetchException {
        if (length == LONGEST) throw FetchException.malformed("a line of more than " + LONGEST + " bytes");
        if (length == bytes.length) bytes = Arrays.copyOf(bytes, 2 * length);
        bytes[length++] = b;
    }

    /** Takes the CR off the end that must be there before LF. */
    void end() throws FetchException {
        if (length == 0 || bytes[length - 1] != '\r')
            throw FetchException.malformed("a line that does not end with CR LF: " + this);
        length--;
        for (int i = 0; i < length; i++)
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t')
                throw FetchException.malformed("a control character in " + this);
    }

    boolean startsWith(byte[] start) {
        return length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** Whether the line is just {@code length} bytes long, or has {@code b} there. */
    boolean endsOrHas(int length, char b) {
        return this.length == length || this.length > length && bytes[length] == b;
    }

    /** The length of the field name that the line starts with (RFC 9110, 5.1); a colon follows it. */
    int name() throws FetchException {
        int colon = 0;
        while (colon < length && isToken(bytes[colon])) colon++;
        if (colon == 0 || colon == length || bytes[colon] != ':') throw FetchException.malformed("header " + this);
        return colon;
    }

    /** Whether the field name of that length is {@code lowerCaseName}, in any case. */
    boolean isName(byte[] lowerCaseName, int nameLength) {
        if (nameLength != lowerCaseName.length) return false;
        for (int i = 0; i < nameLength; i++) {
            byte b = bytes[i];
            if ((b >= 'A' && b <= 'Z' ? b + 'a' - 'A' : b) != lowerCaseName[i]) return false;
        }
        return true;
    }

    /** The number in digits that the line has from {@code from} to {@code to}, blanks around it left out. */
    long number(int from, int to) throws FetchException {
        while (from < to && isBlank(bytes[from])) from++;
        while (to > from && isBlank(bytes[to - 1])) to--;
        if (from >= to || to > length || to - from > MOST_DIGITS)
            throw FetchException.malformed("no number in " + this);
        long number = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') throw FetchException.malformed("no number in " + this);
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /** The hexadecimal number that the line begins with; nothing, or an extension (RFC 9112, 7.1.1), follows it. */
    long hex() throws FetchException {
        long number = 0;
        int at = 0;
        for (; at < length && Character.digit(bytes[at], 16) >= 0; at++)
            number = number << 4 | Character.digit(bytes[at], 16);
        int blank = at;
        while (blank < length && isBlank(bytes[blank])) blank++;
        if (at == 0 || at > MOST_HEX_DIGITS || blank < length && bytes[blank] != ';')
            throw FetchException.malformed("no size of a chunk in " + this);
        return number;
    }

    String text(int from) {
        return new String(bytes, from, length - from, StandardCharsets.ISO_8859_1);
    }

    /** The line in quotes, for messages. */
    @Override
    public String toString() {
        return '"' + text(0) + '"';
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** RFC 9110, 5.6.2. */
    private static boolean isToken(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b >= '0' && b <= '9'
                || "!#$%&'*+-.^_`|~".indexOf(b) >= 0;
    }
}
