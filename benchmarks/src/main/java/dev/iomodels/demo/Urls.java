package dev.iomodels.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;

/** Pages of anybody, as somebody typed them. */
public final class Urls {
    private static final String EXAMPLE = "; try https://example.com/,https://example.org/";
    private static final int SHOWN = 200;

    private Urls() {}

    /** The URLs of {@code text}, with commas between them. @throws IllegalArgumentException naming the one that cannot be fetched, and why */
    public static List<URI> parse(String text) {
        List<URI> urls = Arrays.stream(text.split(",", -1)).map(Urls::url).toList();
        if (urls.size() <= Show.MOST_PAGES) return urls;
        throw new IllegalArgumentException(
                "\"" + Plain.text(text, SHOWN) + "\": " + urls.size() + " URLs; at most " + Show.MOST_PAGES + EXAMPLE);
    }

    private static URI url(String text) {
        URI url;
        try {
            // What is no ASCII is escaped: what is shown and sent has none.
            url = new URI(new URI(text.strip()).toASCIIString());
        } catch (URISyntaxException e) {
            throw refused(text, "no URL (" + Plain.text(e.getReason()) + ")");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme();
        if (!scheme.equals("http") && !scheme.equals("https"))
            throw refused(text, "no http or https URL; a comma in a URL is written %2C");
        if (url.getHost() == null || url.getPort() > 65_535)
            throw refused(text, "no host and port in it, in letters of ASCII (xn--… for others)");
        if (url.getRawUserInfo() != null) throw refused(text, "a user in it, and nobody is authenticated");
        if (url.getRawFragment() != null) throw refused(text, "a fragment in it, which is never sent; leave out the #");
        return url;
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("\"" + Plain.text(text, SHOWN) + "\": " + why + EXAMPLE);
    }
}
