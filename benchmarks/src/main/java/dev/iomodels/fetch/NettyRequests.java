package dev.iomodels.fetch;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Where Netty's connections go, and how they speak there.
 *
 * @param host what requests are addressed to: host and port
 * @param tls what HTTPS trusts; empty for plain HTTP
 */
record NettyRequests(InetSocketAddress address, String host, Optional<SSLContext> tls) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** @throws UncheckedIOException if the host has no address */
    static NettyRequests to(FetcherConfig config) {
        URI base = config.base();
        Optional<SSLContext> tls = base.getScheme().equals("https") ? config.tls() : Optional.empty();
        int port = base.getPort() >= 0 ? base.getPort() : tls.isPresent() ? HTTPS_PORT : HTTP_PORT;
        InetSocketAddress address = new InetSocketAddress(base.getHost(), port);
        if (address.isUnresolved()) throw new UncheckedIOException(new UnknownHostException(base.getHost()));
        return new NettyRequests(address, base.getRawAuthority(), tls);
    }

    /** A GET for {@code page}. */
    FullHttpRequest get(Page page) {
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, page.target(), Unpooled.EMPTY_BUFFER);
        request.headers().set(HttpHeaderNames.HOST, host);
        return request;
    }

    /** Has {@code channel} speak HTTP/1.1, over TLS where it is to. Nothing is aggregated or decompressed. */
    void speak(Channel channel) {
        tls.ifPresent(context -> {
            SSLEngine engine = context.createSSLEngine(address.getHostString(), address.getPort());
            engine.setUseClientMode(true);
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
            channel.pipeline().addLast(new SslHandler(engine));
        });
        channel.pipeline().addLast(new HttpClientCodec());
    }
}
