package dev.iomodels.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Maven's list of JDKs, {@code toolchains.xml}: which homes are in it. */
final class Toolchains {
    private Toolchains() {}

    /** Maven's own list for this user. */
    static Path ofMaven() {
        return Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
    }

    /** The homes of the JDKs that {@code file} lists and that are there. @throws IllegalArgumentException if it is no such list */
    static List<Path> homes(Path file) {
        List<Path> homes = new ArrayList<>();
        NodeList found = parse(file).getElementsByTagName("jdkHome");
        for (int i = 0; i < found.getLength(); i++) {
            Path home = Path.of(found.item(i).getTextContent().strip());
            if (Files.isDirectory(home)) homes.add(home);
        }
        return homes;
    }

    private static Document parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(file.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(
                    "\"" + file + "\": no list of JDKs that can be read (" + e.getMessage() + "); make one with: mvn "
                            + "org.apache.maven.plugins:maven-toolchains-plugin:generate-jdk-toolchains-xml -Dtoolchain.file="
                            + file,
                    e);
        }
    }
}
