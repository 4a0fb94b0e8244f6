package dev.shopbell.local.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.Json;
import dev.shopbell.local.command.RunningServer;
import java.time.Instant;

/** Watches what the simulated providers take, on one thread that waits and does not ask again and again. */
final class Mailroom implements AutoCloseable {
    private final RunningServer server;
    private final Replies replies = new Replies();
    private final Thread watcher;
    private volatile boolean closed;

    Mailroom(RunningServer server) throws CommandFailure {
        this.server = server;
        var last = server.get("/_providers/outbox").path("last").asLong();
        watcher = Thread.ofPlatform().daemon().name("mailroom").start(() -> watch(last));
    }

    /** What has come so far, and what the web's visitors note themselves. */
    Replies replies() {
        return replies;
    }

    private void watch(long last) {
        var seen = last;
        while (!closed) {
            try {
                for (var message :
                        server.get("/_providers/outbox?wait=5000&after=" + seen).path("messages")) {
                    seen = message.path("sequence").asLong();
                    note(message);
                }
            } catch (CommandFailure e) {
                if (!closed) {
                    System.err.println(e.getMessage());
                    return;
                }
            }
        }
    }

    private void note(JsonNode message) {
        var person = message.path("channel").asText() + " " + message.path("to").asText();
        var reply = new Replies.Reply(
                Instant.parse(message.path("at").asText()),
                Json.text(message.path("request")).length());
        if (message.path("channel").asText().equals("telegram")) {
            replies.cameNext(person, reply);
        } else {
            replies.came(person, message.path("tag").asText(), reply);
        }
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
