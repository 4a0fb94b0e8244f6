package dev.shopbell.local.wire;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.xnio.Options;

/** An HTTP server that only this machine reaches. Its handler runs on a virtual thread and may block. */
public final class Loopback implements AutoCloseable {
    /** The only address that anything here listens on. */
    public static final String HOST = "127.0.0.1";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Undertow server;

    private volatile @Nullable HttpHandler handler;

    /**
     * Starts listening. Until {@link #serve} is called requests are answered with 503.
     *
     * @param port 0 for any free port
     * @param ioThreads how many threads move bytes; 1 serves a few hundred connections
     * @throws RuntimeException when the port is taken
     */
    public Loopback(int port, int ioThreads) {
        server = Undertow.builder()
                .addHttpListener(port, HOST)
                .setIoThreads(ioThreads)
                .setWorkerThreads(1)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 300_000)
                .setHandler(exchange -> {
                    HttpHandler current = handler;
                    if (current == null) {
                        exchange.setStatusCode(503).getResponseSender().send("{\"message\":\"Starting\"}");
                        return;
                    }
                    exchange.dispatch(threads, blocking -> {
                        blocking.startBlocking();
                        try {
                            current.handleRequest(blocking);
                        } catch (InterruptedException stopping) {
                            Thread.currentThread().interrupt();
                            blocking.setPersistent(false).endExchange();
                        }
                    });
                })
                .build();
        server.start();
    }

    /** Begins to answer with this handler. */
    public void serve(HttpHandler toServe) {
        handler = toServe;
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    /** Its address without a last slash. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + port());
    }

    @Override
    public void close() {
        server.stop();
        threads.shutdownNow();
    }
}
