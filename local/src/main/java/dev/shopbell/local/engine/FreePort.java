package dev.shopbell.local.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that nobody listens on; for engines that cannot choose one by themselves. */
final class FreePort {
    private FreePort() {}

    static int find() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
