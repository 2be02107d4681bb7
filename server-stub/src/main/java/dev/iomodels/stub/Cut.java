package dev.iomodels.stub;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** Ends connections the hard way. */
final class Cut {
    private Cut() {}

    /**
     * Resets the connection that {@code request} came over. A socket that is closed without any time to linger sends RST
     * instead of FIN (RFC 9293, 3.6; {@code SO_LINGER} in POSIX), whatever it still had to send.
     */
    static void connection(Request request) throws IOException {
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        while (end instanceof EndPoint.Wrapper wrapper) end = wrapper.unwrap();
        ((SocketChannel) end.getTransport()).setOption(StandardSocketOptions.SO_LINGER, 0);
        end.close();
    }
}
