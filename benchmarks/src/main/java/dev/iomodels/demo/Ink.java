package dev.iomodels.demo;

import static dev.iomodels.demo.Markup.escape;

/** How something in a picture is filled: light, solid, or only drawn around. */
enum Ink {
    IN_LINE(" fill-opacity=\"0.3\""),
    SOLID(""),
    HOLLOW(" fill-opacity=\"0.15\" stroke-width=\"2.5\"");

    private final String more;

    Ink(String more) {
        this.more = more;
    }

    /** Attributes with the colour on light ground, and a class by whose name a style sheet can say another. */
    String paint(String name, Colours colours) {
        String fill = "f-" + escape(name);
        String stroke = "s-" + escape(name);
        return this == HOLLOW
                ? "class=\"" + fill + " " + stroke + "\" fill=\"" + colours.light() + "\" stroke=\"" + colours.light()
                        + "\"" + more
                : "class=\"" + fill + "\" fill=\"" + colours.light() + "\"" + more;
    }
}
