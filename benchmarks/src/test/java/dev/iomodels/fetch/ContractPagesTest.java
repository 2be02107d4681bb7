package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.util.List;
import java.util.stream.IntStream;

/** What every IO model makes of whole responses, right and wrong ones, against a real stub. */
class ContractPagesTest {

    @EachModel
    void everyPage_comesBackOnce_andIsTheRightOne(Subject subject) {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 16)) {
            List<Page> pages = IntStream.range(0, 500)
                    .mapToObj(n -> Page.of(stub.uri(), n, 500_000, 1024))
                    .toList();
            List<Heard> heard =
                    pages.stream().map(page -> Heard.of(fetcher, page)).toList();
            for (int i = 0; i < pages.size(); i++) heard.get(i).isPage(pages.get(i));
            Heard.pause(100);
            assertThat(heard).allSatisfy(one -> assertThat(one.times).hasValue(1));
        }
    }

    @EachModel
    void headAndLength_areRight_forEverySize(Subject subject) {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 2)) {
            for (int size : new int[] {0, 1, 7, 8, 9, 1024, 100_000, 1 << 20}) {
                Page page = Page.of(stub.uri(), 0x0102030405060708L, 0, size);
                Heard.of(fetcher, page).isPage(page);
            }
        }
    }

    @EachModel
    void unknownPath_isReportedWithItsStatus(Subject subject) {
        subject.assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 2)) {
            Page nowhere = new Page(1, stub.uri().resolve("/nowhere"), "/nowhere", 0, 1024);
            assertThat(Heard.of(fetcher, nowhere).await().status).isEqualTo(404);
            Page page = Page.of(stub.uri(), 1, 0, 1024);
            Heard.of(fetcher, page).isPage(page);
        }
    }

    @EachModel
    void pageOfAnotherSize_isReportedWithItsTrueLength(Subject subject) {
        subject.assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 2)) {
            for (int size : new int[] {0, 5, 30_000}) {
                Page told = Page.of(stub.uri(), 7, 0, size);
                Page expected = new Page(7, told.uri(), told.target(), 0, 1024);
                assertThat(Heard.of(fetcher, expected).await().bytes).isEqualTo(size);
            }
        }
    }
}
