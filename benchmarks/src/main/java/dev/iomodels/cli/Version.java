package dev.iomodels.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version and commit of this build. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {here()};
    }

    /** Of this build. */
    static String here() {
        try (InputStream in = Version.class.getResourceAsStream("/dev/iomodels/build.properties")) {
            Properties build = new Properties();
            build.load(in);
            return text(build.getProperty("version"), build.getProperty("commit"));
        } catch (IOException e) {
            throw new UncheckedIOException("the build's own facts cannot be read", e);
        }
    }

    /** Of any build: {@code iomodels 0.1.0, commit abcdef0}. */
    static String text(String version, String commit) {
        return "iomodels " + version + ", commit " + (commit.isEmpty() ? "unknown" : commit);
    }
}
