package dev.shopbell.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands where Amazon Lex V2 is: answers RecognizeText with one intent, whatever was said, and keeps what was. */
final class LexStub implements AutoCloseable {

    static final String BOT = "ABCDEFGHIJ";
    static final String ALIAS = "TSTALIASID";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private volatile String intent = "Prices";

    LexStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it takes all words for from now on. */
    void understands(String intent) {
        this.intent = intent;
    }

    List<String> texts() {
        return texts;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var isOurs = path.startsWith("/bots/" + BOT + "/botAliases/" + ALIAS + "/botLocales/en_US/sessions/")
                    && authorization != null
                    && authorization.contains("/lex/aws4_request");
            texts.add(JSON.readTree(exchange.getRequestBody()).path("text").asText());
            var bytes = (isOurs
                            ? "{\"interpretations\":[{\"intent\":{\"name\":\"" + intent
                                    + "\",\"slots\":{}},\"nluConfidence\":{\"score\":0.9},\"interpretationSource\":\"Lex\"}],"
                                    + "\"sessionId\":\"s\"}"
                            : "{\"message\":\"no\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(isOurs ? 200 : 403, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
