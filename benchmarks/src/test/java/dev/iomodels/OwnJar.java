package dev.iomodels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes a user's own jar, from source, as the README tells users to. */
public final class OwnJar {
    private static final Path README = Path.of("..", "README.md");
    private static final String SERVICE = "META-INF/services/dev.iomodels.fetch.IoModel";

    private OwnJar() {}

    /** The source that the README shows. */
    public static String sourceOfTheReadme() throws IOException {
        Matcher code = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** A jar with the class of {@code source}, announced as an IO model if {@code announced}. */
    public static Path of(Path directory, String source, boolean announced) throws IOException {
        String type = found("class (\\w+)", source);
        String name = found("package ([\\w.]+)", source) + "." + type;
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path file = Files.writeString(directory.resolve(type + ".java"), source);
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-proc:none");
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(file))
                            .call())
                    .isTrue();
        }
        if (announced) {
            Path service = classes.resolve(SERVICE);
            Files.createDirectories(service.getParent());
            Files.writeString(service, name + "\n");
        }
        Path jar = directory.resolve("my-model.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(classes)) {
            for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(one));
            }
        }
        return jar;
    }

    private static String found(String regex, String in) {
        Matcher matcher = Pattern.compile(regex).matcher(in);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
