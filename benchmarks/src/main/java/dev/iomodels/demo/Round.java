package dev.iomodels.demo;

import dev.iomodels.fetch.Page;
import dev.iomodels.load.PageTable;
import dev.iomodels.stub.Delay;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pages that each model fetches once.
 *
 * @param held whether they are the stub's, which holds each back for a delay that is known; else they are anybody's
 * @param delay how they are held back, for the reader; empty if that is not known
 */
record Round(List<Page> pages, boolean held, String delay) {
    private static final int PAGE_BYTES = 1024;

    private static final int OK = 200;
    private static final int BAD = 400;

    /** Until how many pages the longest usual delays are short enough for one after another, and until how many the next ones. */
    private static final int FEW = 20;

    private static final int MANY = 200;

    Round {
        pages = List.copyOf(pages);
    }

    /** The first {@code count} pages of the stub at {@code base}, the same for the same {@code seed}. */
    static Round ofStub(URI base, int count, Delay delay, long seed) {
        PageTable table = PageTable.of(base, delay, PAGE_BYTES, seed);
        return new Round(IntStream.rangeClosed(1, count).mapToObj(table::page).toList(), true, delay.toString());
    }

    /** The pages at {@code urls}. */
    static Round of(List<URI> urls) {
        return new Round(
                IntStream.range(0, urls.size())
                        .mapToObj(at -> Page.elsewhere(urls.get(at), at + 1L))
                        .toList(),
                false,
                "");
    }

    /** How so many pages are held back unless something else is asked for: the more there are, the shorter, as someone watches. */
    static Delay usual(int count) {
        return Delay.parse(
                count <= FEW ? "uniform:100ms..900ms" : count <= MANY ? "uniform:40ms..360ms" : "uniform:10ms..90ms");
    }

    /** {@code 10 pages}. */
    String title() {
        return pages.size() == 1 ? "1 page" : pages.size() + " pages";
    }

    /** What {@code page} is called on a screen. */
    String shown(Page page) {
        if (!held) return page.uri().toASCIIString();
        return page.uri().resolve("/page/" + page.number()).toString();
    }

    /** The delays of all pages together: what one after another cannot be faster than. */
    long sumNanos() {
        return pages.stream().mapToLong(Page::delayNanos).sum();
    }

    /** The longest delay: what nobody can be faster than. */
    long longestNanos() {
        return pages.stream().mapToLong(Page::delayNanos).max().orElse(0);
    }

    /** What is wrong with a response to {@code page}; empty if nothing is, as far as that can be told of somebody else's page. */
    String wrong(Page page, int status, long bytes, long head) {
        if (status >= BAD || held && status != OK) return "status " + status;
        if (!held) return "";
        if (bytes != page.size()) return bytes + " bytes, not " + page.size();
        return head == page.head() ? "" : "content of another page";
    }

    /** Where the first page is: scheme, host and port. */
    URI base() {
        return pages.get(0).uri().resolve("/");
    }

    /** Whether the pages are of more than one scheme, host and port. */
    boolean ofSeveralHosts() {
        return pages.stream().map(page -> page.uri().resolve("/")).distinct().count() > 1;
    }

    /** Whether some come over HTTPS. */
    boolean overTls() {
        return pages.stream().anyMatch(page -> page.uri().getScheme().equalsIgnoreCase("https"));
    }
}
