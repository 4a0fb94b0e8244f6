package dev.shopbell.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A page of the shop's own site, on another origin than the API, under the strictest policy that lets the chat in. */
final class StrictPage implements AutoCloseable {

    private final HttpServer server;

    /**
     * @param api where the widget comes from
     * @param language of the page, and its direction
     * @param attributes of the script tag
     */
    StrictPage(URI api, String language, String attributes) {
        var policy = "default-src 'none'; script-src " + api + "; connect-src " + api + " "
                + api.toString().replaceFirst("^http", "ws");
        var html = "<!doctype html><html " + language + "><head><meta charset=utf-8><title>Shop</title></head><body>"
                + "<main><h1>Shop</h1></main><script src=\"" + api + "/widget.js\" " + attributes
                + "></script></body></html>";
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var isPage = exchange.getRequestURI().getPath().equals("/");
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().add("Content-Security-Policy", policy);
            var body = isPage ? html.getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.sendResponseHeaders(isPage ? 200 : 204, isPage ? body.length : -1);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
