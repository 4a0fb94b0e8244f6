package dev.shopbell.local.command.bench;

import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.Json;
import dev.shopbell.local.command.RunningServer;
import dev.shopbell.local.command.SimulatedCustomer;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A visitor of the shop's page, over the socket as the page does it. */
final class WebTalker implements Talker {
    private final String token;
    private final Replies replies;
    private final WebSocket socket;
    private long turn;

    private WebTalker(String token, Replies replies, WebSocket socket) {
        this.token = token;
        this.replies = replies;
        this.socket = socket;
    }

    static WebTalker arrive(RunningServer server, Replies replies) throws CommandFailure {
        var session = server.post("/web/sessions", Json.object());
        var token = session.path("token").asText();
        var url = URI.create(session.path("socketUrl").asText() + "?token=" + SimulatedCustomer.encode(token));
        try {
            var socket = server.http()
                    .newWebSocketBuilder()
                    .buildAsync(url, new Ear(token, replies))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            return new WebTalker(token, replies, socket);
        } catch (CompletionException e) {
            throw new CommandFailure(
                    "The web chat's socket " + url.getHost() + ":" + url.getPort() + url.getPath() + " does not open: "
                            + e.getCause(),
                    e);
        }
    }

    @Override
    public Sample turn() throws CommandFailure, InterruptedException {
        var frame = Json.object()
                .put("token", token)
                .put("text", Script.line(++turn, false))
                .put("id", UUID.randomUUID().toString());
        var began = Instant.now();
        try {
            socket.sendText(Json.text(frame), true)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new CommandFailure("The web chat's socket broke: " + e.getCause(), e);
        }
        // A socket acknowledges nothing.
        return replies.await(token, turn)
                .map(reply -> new Sample(Double.NaN, ProviderTalker.millis(began, reply.at()), 0))
                .orElseGet(() -> new Sample(Double.NaN, Double.NaN, 0));
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Hears what is pushed, in pieces. */
    private static final class Ear implements WebSocket.Listener {
        private final String token;
        private final Replies replies;
        private final StringBuilder heard = new StringBuilder();

        Ear(String token, Replies replies) {
            this.token = token;
            this.replies = replies;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.append(data);
            if (last) {
                understand(heard.toString());
                heard.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void understand(String push) {
            try {
                for (var message : Json.read(push).path("messages")) {
                    replies.came(token, message.path("id").asText(), new Replies.Reply(Instant.now(), 0));
                }
            } catch (IOException e) {
                System.err.println("The socket pushed what is not JSON: " + push);
            }
        }
    }
}
