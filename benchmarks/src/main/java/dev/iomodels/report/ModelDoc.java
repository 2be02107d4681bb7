package dev.iomodels.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first sentence of an IO model's own documentation, from its source, which is in the jar: {@code ThreadPoolModel.java} of {@code thread-pool}. */
final class ModelDoc {
    private static final Pattern COMMENT =
            Pattern.compile("/\\*\\*(.*?)\\*/\\s*(?:public )?final class", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("^.*?[.!?](?= \\p{Lu}|$)");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+ ([^}]*)}");

    private ModelDoc() {}

    /** Of the model called {@code name}; empty for one whose source is not here, such as somebody's own. */
    static String of(String name) {
        if (!name.matches("[a-z0-9-]+")) return "";
        String file = "/dev/iomodels/fetch/" + camelCase(name) + "Model.java";
        try (InputStream in = ModelDoc.class.getResourceAsStream(file)) {
            return in == null ? "" : first(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    private static String camelCase(String name) {
        return Arrays.stream(name.split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    private static String first(String source) {
        Matcher comment = COMMENT.matcher(source);
        if (!comment.find()) return "";
        String text = INLINE.matcher(comment.group(1).replaceAll("\\s*\\n\\s*\\* ?", " "))
                .replaceAll("$1")
                .strip();
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.find() ? sentence.group() : text;
    }
}
