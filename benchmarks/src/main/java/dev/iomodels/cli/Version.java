package dev.iomodels.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version and commit of this build. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("/dev/iomodels/build.properties")) {
            Properties build = new Properties();
            build.load(in);
            return new String[] {"iomodels " + build.getProperty("version") + ", commit " + build.getProperty("commit")
            };
        }
    }
}
