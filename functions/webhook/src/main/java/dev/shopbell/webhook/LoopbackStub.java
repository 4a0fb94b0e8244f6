package dev.shopbell.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Stands in for every AWS service while a snapshot is prepared: whatever is asked, nothing is there and all went well. */
final class LoopbackStub implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LoopbackStub.class.getName());

    private static final String NOTHING =
            "{\"Successful\":[],\"Failed\":[],\"Items\":[],\"Count\":0,\"ScannedCount\":0,\"Parameters\":[]}";

    private static final byte[] ANSWER =
            ("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: " + NOTHING.length()
                            + "\r\nConnection: close\r\n\r\n" + NOTHING)
                    .getBytes(StandardCharsets.US_ASCII);

    private static final int PATIENCE_MILLIS = 2000;

    private final ServerSocket server;

    LoopbackStub() throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException closedOrBroken) {
                // The client notices a broken connection by itself; once the stub is closed the loop ends.
                LOG.log(Level.DEBUG, "The stub: {0}", closedOrBroken.toString());
            }
        }
    }

    private static void answer(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        var in = new BufferedInputStream(socket.getInputStream());
        var length = 0;
        for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
        socket.getOutputStream().write(ANSWER);
        socket.getOutputStream().flush();
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
