package dev.iomodels.load;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who asks for pages, and when. */
public sealed interface Load {

    /** What a load is measured by: pages per second, response times at a given rate, or the time of a list. */
    enum Loop {
        /** Users, each of whom asks again when the last page came back. */
        CLOSED,
        /** Pages on a schedule. */
        OPEN,
        /** A list of pages at a time. */
        LIST
    }

    /** What it is measured by. */
    Loop loop();

    /** How many fetches the load may have in flight at once: what a model's pool is sized for. */
    int inFlight();

    /** Makes the load ready for work: what asks for {@code terms}' pages from now on, once it is started. */
    Asking on(Asking.Terms terms);

    /** The text that {@link #parse} reads back: {@code closed:1000}, {@code open:2000/s,poisson}, {@code list:100}. */
    @Override
    String toString();

    /** The same without commas, of which JMH would make several values of a parameter: {@code open:2000/s+poisson}. */
    default String parameter() {
        return toString().replace(',', '+');
    }

    /**
     * Reads {@code closed:USERS}, {@code list:PAGES} and {@code open:RATE/s}, the last with options after commas or plus signs.
     *
     * @throws IllegalArgumentException naming the value, what is allowed and an example
     */
    static Load parse(String text) {
        if (text.startsWith("open:")) return Open.parse(text);
        Matcher closed = Closed.TEXT.matcher(text);
        if (closed.matches()) return new Closed(Integer.parseInt(closed.group(1)));
        Matcher list = Listed.TEXT.matcher(text);
        if (list.matches()) return new Listed(Integer.parseInt(list.group(1)));
        throw new IllegalArgumentException("\"" + text + "\": no load; it is closed:USERS with 1 to " + Closed.MOST
                + " users, open:RATE/s in pages per second, or list:PAGES with 1 to " + Listed.MOST
                + " pages; for example closed:200, open:2000/s or list:100");
    }

    /**
     * Closed loop: each of {@code users} asks for its next page when the last one came back.
     *
     * @param users how many want a page at any time, 1 to 100 000
     */
    record Closed(int users) implements Load {
        static final int MOST = 100_000;
        private static final Pattern TEXT = Pattern.compile("closed:(\\d{1,6})");

        public Closed {
            if (users < 1 || users > MOST)
                throw new IllegalArgumentException("\"closed:" + users + "\": 1 to " + MOST + " users; try closed:200");
        }

        @Override
        public Loop loop() {
            return Loop.CLOSED;
        }

        @Override
        public int inFlight() {
            return users;
        }

        @Override
        public Asking on(Asking.Terms terms) {
            return new Users(users, terms.pages(), terms.fetcher(), terms.tally(), terms.nanoClock(), terms.timer());
        }

        @Override
        public String toString() {
            return "closed:" + users;
        }
    }

    /**
     * A list of pages, all wanted at once, again and again. Those that the fetcher cannot have in flight stand in line.
     *
     * @param pages how long the list is, 1 to 100 000
     */
    record Listed(int pages) implements Load {
        static final int MOST = 100_000;
        private static final Pattern TEXT = Pattern.compile("list:(\\d{1,6})");

        public Listed {
            if (pages < 1 || pages > MOST)
                throw new IllegalArgumentException("\"list:" + pages + "\": 1 to " + MOST + " pages; try list:100");
        }

        @Override
        public Loop loop() {
            return Loop.LIST;
        }

        @Override
        public int inFlight() {
            return pages;
        }

        @Override
        public Asking on(Asking.Terms terms) {
            return new Lists(pages, terms);
        }

        @Override
        public String toString() {
            return "list:" + pages;
        }
    }

    /**
     * Open loop: pages are asked for on a schedule, whether or not earlier ones came back.
     *
     * @param ratePerSecond how many, 0.001 to 1 000 000, in steps of 0.001
     * @param poisson whether they come at random, each independently of the others, rather than evenly spaced
     * @param inFlight how many may be in flight at once, 1 to 100 000: connections, and the size of a pool; the others wait in line
     */
    record Open(double ratePerSecond, boolean poisson, int inFlight) implements Load {
        /** How many pages may be in flight unless the load says otherwise. */
        public static final int IN_FLIGHT = 4_096;

        private static final int MOST_IN_FLIGHT = 100_000;
        private static final double MOST_PER_SECOND = 1e6;
        private static final double STEPS_PER_UNIT = 1_000;
        private static final Pattern RATE = Pattern.compile("open:(\\d{1,7}(?:\\.\\d{1,3})?)/s");
        private static final Pattern PLACES = Pattern.compile("in-flight=(\\d{1,6})");

        public Open {
            ratePerSecond = Math.rint(ratePerSecond * STEPS_PER_UNIT) / STEPS_PER_UNIT;
            if (!(ratePerSecond > 0 && ratePerSecond <= MOST_PER_SECOND))
                throw new IllegalArgumentException(
                        "\"open:" + plain(ratePerSecond) + "/s\": 0.001 to 1000000 pages per second; try open:2000/s");
            if (inFlight < 1 || inFlight > MOST_IN_FLIGHT)
                throw new IllegalArgumentException("\"in-flight=" + Math.max(0, inFlight) + "\": 1 to " + MOST_IN_FLIGHT
                        + " pages; try open:2000/s,in-flight=" + IN_FLIGHT);
        }

        /** Evenly spaced, with the usual limit in flight. */
        public Open(double ratePerSecond) {
            this(ratePerSecond, false, IN_FLIGHT);
        }

        private static Open parse(String text) {
            String[] parts = text.split("[,+]", -1);
            Matcher rate = RATE.matcher(parts[0]);
            if (!rate.matches()) throw wrong(text, parts[0]);
            boolean poisson = false;
            int inFlight = 0;
            for (int i = 1; i < parts.length; i++) {
                Matcher places = PLACES.matcher(parts[i]);
                if (parts[i].equals("poisson") && !poisson) poisson = true;
                else if (places.matches() && inFlight == 0) inFlight = places(places.group(1));
                else throw wrong(text, parts[i]);
            }
            return new Open(Double.parseDouble(rate.group(1)), poisson, inFlight == 0 ? IN_FLIGHT : inFlight);
        }

        private static int places(String digits) {
            int number = Integer.parseInt(digits);
            // 0 stands for none given.
            return number == 0 ? -1 : number;
        }

        private static IllegalArgumentException wrong(String text, String part) {
            return new IllegalArgumentException("\"" + text + "\": " + (part.equals(text) ? "" : "\"" + part + "\": ")
                    + "an open load is open:RATE/s with 0.001 to 1000000 pages per second, then poisson and"
                    + " in-flight=NUMBER or neither, each once; for example open:2000/s,poisson,in-flight=4096");
        }

        @Override
        public Loop loop() {
            return Loop.OPEN;
        }

        @Override
        public Asking on(Asking.Terms terms) {
            return new Arrivals(this, terms);
        }

        @Override
        public String toString() {
            return "open:" + plain(ratePerSecond) + "/s" + (poisson ? ",poisson" : "")
                    + (inFlight == IN_FLIGHT ? "" : ",in-flight=" + inFlight);
        }

        private static String plain(double rate) {
            return Double.isFinite(rate)
                    ? BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString()
                    : Double.toString(rate);
        }
    }
}
