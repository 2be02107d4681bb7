package dev.iomodels.stub;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import javax.net.ssl.HttpsURLConnection;
import org.HdrHistogram.Histogram;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One reading of a stub: everything counts from its start, so two readings {@link #since give an interval}. The JSON of {@code
 * /stats} has these fields. Immutable.
 *
 * @param instance a random name, another one for each start of a stub
 * @param uptimeNanos since the stub was started
 * @param requests pages asked for; neither readings of these numbers nor refused requests count
 * @param inFlight pages held back or being written now
 * @param connectionsOpened since the start; those over which this is asked first do not count
 * @param handshakes TLS handshakes that succeeded, of these connections, by the protocol and cipher that they agreed on ({@code
 *     TLSv1.3 TLS_AES_256_GCM_SHA384}); none over plain HTTP
 * @param cpuNanos CPU time of the whole process
 * @param latenessQuantiles how much later than asked pages left: from the request's begin to the end of the write (or the reset), less
 *     the delay and what the page's fault takes
 * @param lateness the same in full: an HdrHistogram in nanoseconds, V2 compressed encoding, base64
 * @param jvm version and vendor of the JVM that it runs on: {@code 25.0.1 (Eclipse Adoptium)}
 * @param threads CPU time of each Java thread that lives; a collector's and a compiler's threads are not Java threads
 */
public record StubStats(
        String instance,
        long uptimeNanos,
        long requests,
        long inFlight,
        long connectionsOpened,
        Map<String, Long> handshakes,
        long cpuNanos,
        Quantiles latenessQuantiles,
        String lateness,
        List<ThreadCpu> threads,
        String jvm) {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Quantiles of lateness, in nanoseconds; 0 where nothing was counted. */
    public record Quantiles(
            @JsonProperty("p50Nanos") long p50Nanos,
            @JsonProperty("p99Nanos") long p99Nanos,
            @JsonProperty("p99.9Nanos") long p999Nanos,
            @JsonProperty("maxNanos") long maxNanos) {

        /** The quantiles of a histogram in nanoseconds. */
        static Quantiles of(Histogram histogram) {
            return new Quantiles(
                    histogram.getValueAtPercentile(50),
                    histogram.getValueAtPercentile(99),
                    histogram.getValueAtPercentile(99.9),
                    histogram.getMaxValue());
        }
    }

    /** The CPU time that one thread has used since it began. Ids are not used twice; names can change. */
    public record ThreadCpu(long id, String name, long cpuNanos) {}

    /** The thread that has used the most CPU time since the start. */
    public ThreadCpu busiestThread() {
        return busiest(threads);
    }

    /** A copy of the histogram of lateness, in nanoseconds. */
    public Histogram histogram() {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(lateness));
            return Histogram.decodeFromCompressedByteBuffer(bytes, 0);
        } catch (IllegalArgumentException | DataFormatException e) {
            throw new IllegalStateException("stats of stub " + instance + ": the histogram cannot be decoded", e);
        }
    }

    /**
     * What happened between {@code earlier} and this reading.
     *
     * @throws IllegalArgumentException if they are of different stubs, or the wrong way round
     */
    public StubInterval since(StubStats earlier) {
        if (!instance.equals(earlier.instance))
            throw new IllegalArgumentException("stub " + instance + " is not the one read before, " + earlier.instance
                    + ": it was started again in between");
        long nanos = uptimeNanos - earlier.uptimeNanos;
        if (nanos < 0) throw new IllegalArgumentException("the reading to subtract is the later one");
        Histogram between = histogram();
        between.subtract(earlier.histogram());
        Map<Long, Long> before = new HashMap<>();
        earlier.threads.forEach(thread -> before.put(thread.id, thread.cpuNanos));
        ThreadCpu busiest = busiest(threads.stream()
                .map(t -> new ThreadCpu(t.id, t.name, t.cpuNanos - before.getOrDefault(t.id, 0L)))
                .toList());
        return new StubInterval(
                nanos,
                requests - earlier.requests,
                connectionsOpened - earlier.connectionsOpened,
                more(handshakes, earlier.handshakes),
                cpuNanos - earlier.cpuNanos,
                busiest.name,
                nanos == 0 ? 0 : (double) busiest.cpuNanos / nanos,
                between);
    }

    private static Map<String, Long> more(Map<String, Long> later, Map<String, Long> earlier) {
        Map<String, Long> more = new TreeMap<>();
        later.forEach((agreed, count) -> {
            long difference = count - earlier.getOrDefault(agreed, 0L);
            if (difference != 0) more.put(agreed, difference);
        });
        return more;
    }

    /** Asks the stub at {@code base} over plain HTTP, as {@link #read(URI, Optional)}. */
    public static StubStats read(URI base) throws IOException {
        return read(base, Optional.empty());
    }

    /**
     * Asks the stub at {@code base} (scheme, host and port), which has to show this {@code certificate} if it is asked over
     * HTTPS.
     *
     * @throws IOException if it does not answer within 10 s, or not with stats
     */
    public static StubStats read(URI base, Optional<X509Certificate> certificate) throws IOException {
        URI uri = base.resolve("/stats");
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure && certificate.isPresent())
            secure.setSSLSocketFactory(
                    StubCertificate.trusted(certificate.get()).getSocketFactory());
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK)
            throw new IOException(uri + ": status " + connection.getResponseCode() + "; is this a stub?");
        try (InputStream body = connection.getInputStream()) {
            return fromJson(body.readAllBytes());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(uri + ": no stats of a stub in the answer", e);
        }
    }

    static StubStats fromJson(byte[] json) {
        return JSON.readValue(json, StubStats.class);
    }

    byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    static String encode(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static ThreadCpu busiest(List<ThreadCpu> threads) {
        ThreadCpu busiest = new ThreadCpu(0, "none", 0);
        for (ThreadCpu thread : threads) {
            if (thread.cpuNanos > busiest.cpuNanos) busiest = thread;
        }
        return busiest;
    }
}
