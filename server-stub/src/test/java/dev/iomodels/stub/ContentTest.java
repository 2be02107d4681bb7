package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentTest {
    static byte[] page(long number, int size) {
        return page(number, size, Content.CHUNK);
    }

    private static byte[] page(long number, int size, int step) {
        Content content = new Content();
        ByteBuffer page = ByteBuffer.allocate(size);
        for (int from = 0; from < size; from += step)
            page.put(content.piece(number, from, Math.min(size, from + step)));
        return page.array();
    }

    @Test
    void content_beginsWithTheNumberBigEndian() {
        assertThat(page(0x0102030405060708L, 9))
                .startsWith(1, 2, 3, 4, 5, 6, 7, 8)
                .hasSize(9);
        assertThat(page(0x0102030405060708L, 3)).containsExactly(1, 2, 3);
        assertThat(page(1, 0)).isEmpty();
    }

    @Test
    void content_dependsOnTheNumberOnly() {
        assertThat(page(7, 1024)).isEqualTo(page(7, 1024)).isNotEqualTo(page(8, 1024));
        assertThat(page(7, 1 << 20)).startsWith(page(7, Content.CHUNK)).startsWith(page(7, 100_000));
    }

    @Test
    void content_isTheSame_whereverItIsCut() {
        for (int step : new int[] {1, 3, 8, 64, 1000})
            assertThat(page(-7, 70_000, step)).isEqualTo(page(-7, 70_000));
    }

    @Test
    void content_cannotBeCompressedAwayOrMistakenForAnotherPage() {
        int[] counts = new int[256];
        for (byte b : page(3, 1 << 16)) counts[b & 0xff]++;
        assertThat(IntStream.of(counts)).allMatch(count -> count > 150 && count < 400);
    }
}
