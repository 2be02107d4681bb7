package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StubTest {
    private Stub stub;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        stub = Stub.start(new StubOptions(0, Delay.parse("1ms"), 33));
        client = new Client(stub.uri());
    }

    /** Nothing is slow for being the first: a page that is not held back long enough would pass for one that is. */
    private void warmUp() throws Exception {
        for (int i = 0; i < 20; i++) client.get("/page/1?delay=10us");
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 1024, Content.CHUNK, Content.CHUNK + 1, 1 << 20, 16 << 20})
    void page_ofAnySize_isThatManyBytesOfItsContent(int size) throws Exception {
        Client.Answer page = client.get("/page/17?delay=0&size=" + size);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers())
                .containsOnlyKeys("content-type", "content-length")
                .containsEntry("content-type", "application/octet-stream")
                .containsEntry("content-length", "" + size);
        assertThat(page.body()).isEqualTo(ContentTest.page(17, size));
        assertThat(client.unread()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?delay=50ms&size=100", "?size=1MiB&delay=50000us"})
    void page_delayOf50ms_isHeldBackAtLeastThatLong(String query) throws Exception {
        warmUp();
        long begin = System.nanoTime();
        Client.Answer page = client.get("/page/1" + query);
        long nanos = System.nanoTime() - begin;
        assertThat(page.status()).isEqualTo(200);
        assertThat(nanos).isGreaterThanOrEqualTo(50_000_000);
    }

    @Test
    void page_withoutParameters_hasTheStubsDelayAndSize() throws Exception {
        warmUp();
        long begin = System.nanoTime();
        Client.Answer page = client.get("/page/5");
        long nanos = System.nanoTime() - begin;
        assertThat(page.body()).isEqualTo(ContentTest.page(5, 33));
        assertThat(nanos).isGreaterThanOrEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /page/x, 400, page \"x\"",
        "GET, /page/1?delay=20, 400, delay \"20\": no unit; try 20ms",
        "GET, /page/1?size=17MiB, 400, size \"17MiB\"",
        "GET, /page/1?dely=20ms, 400, parameter \"dely=20ms\"",
        "GET, /pages/1, 404, /pages/1",
        "GET, /, 404, /page/17",
        "GET, /stats/1, 404, /stats/1",
        "POST, /page/1, 405, POST",
        "DELETE, /stats, 405, DELETE"
    })
    void mistake_getsItsStatusAndWords_andTheConnectionLivesOn(String method, String target, int status, String words)
            throws Exception {
        client.send(method, target);
        Client.Answer answer = client.receive();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).doesNotContainKeys("date", "server");
        assertThat(answer.headers().get("content-type")).startsWith("text/plain");
        assertThat(answer.text()).contains(words).endsWith("\n");
        assertThat(client.get("/page/1").status()).isEqualTo(200);
        assertThat(stub.stats().requests()).as("mistakes do not count").isEqualTo(1);
    }

    @Test
    void page_ofTheLargestNumber_isHeldBackLikeAnyOther() throws Exception {
        for (long number = Long.MAX_VALUE; number > Long.MAX_VALUE - 10; number--) {
            assertThat(client.get("/page/" + number + "?delay=1ms").body()).isEqualTo(ContentTest.page(number, 33));
        }
    }

    @Test
    void connection_isKeptAlive_pageAfterPage() throws Exception {
        for (int i = 0; i < 1000; i++)
            assertThat(client.get("/page/" + i + "?delay=0").status()).isEqualTo(200);
        assertThat(client.get("/page/1?delay=1ms").status()).isEqualTo(200);
        // A client can have its page before the stub has heard that the write is over.
        for (int i = 0; i < 1000 && stub.stats().inFlight() > 0; i++) Thread.sleep(1);
        assertThat(stub.stats().connectionsOpened()).isEqualTo(1);
        assertThat(stub.stats().requests()).isEqualTo(1001);
        assertThat(stub.stats().histogram().getTotalCount()).isEqualTo(1001);
    }

    @Test
    void pages_askedForWithoutWaiting_comeBackInOrder() throws Exception {
        for (int i = 0; i < 20; i++) client.send("GET", "/page/" + i + "?delay=" + (20 - i) + "ms");
        for (int i = 0; i < 20; i++) assertThat(client.receive().body()).isEqualTo(ContentTest.page(i, 33));
    }

    @Test
    void pagesHeldBack_occupyNoThread() throws Exception {
        List<Client> clients = new ArrayList<>();
        int before = Thread.activeCount();
        for (int i = 0; i < 200; i++) {
            clients.add(new Client(stub.uri()));
            clients.get(i).send("GET", "/page/" + i + "?delay=1s");
        }
        awaitInFlight(200);
        assertThat(Thread.activeCount() - before).isLessThan(20);
        for (Client held : clients) assertThat(held.receive().status()).isEqualTo(200);
        awaitInFlight(0);
        for (Client held : clients) held.close();
    }

    @Test
    void clientThatGoesAwayWhileItsPageIsHeldBack_leavesNothingBehind() throws Exception {
        for (int i = 0; i < 50; i++) {
            Client gone = new Client(stub.uri());
            gone.send("GET", "/page/1?size=16MiB&delay=" + (100 + i) + "ms");
            gone.close();
        }
        awaitRequests(50);
        awaitInFlight(0);
        assertThat(client.get("/page/1").status()).isEqualTo(200);
    }

    @Test
    void portInUse_isSaidWhenStarting() {
        StubOptions same = new StubOptions(stub.uri().getPort(), Delay.parse("0"), 1);
        assertThatThrownBy(() -> Stub.start(same))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("in use");
    }

    private void awaitInFlight(long count) throws InterruptedException {
        for (int i = 0; i < 1000 && stub.stats().inFlight() != count; i++) Thread.sleep(10);
        assertThat(stub.stats().inFlight()).isEqualTo(count);
    }

    private void awaitRequests(long count) throws InterruptedException {
        for (int i = 0; i < 1000 && stub.stats().requests() != count; i++) Thread.sleep(10);
        assertThat(stub.stats().requests()).isEqualTo(count);
    }
}
