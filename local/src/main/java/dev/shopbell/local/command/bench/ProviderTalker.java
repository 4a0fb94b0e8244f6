package dev.shopbell.local.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.RunningServer;
import dev.shopbell.local.command.SimulatedCustomer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A customer of Messenger, WhatsApp, SMS or Telegram. */
final class ProviderTalker implements Talker {
    private final RunningServer server;
    private final SimulatedCustomer customer;
    private final String key;
    private final boolean isPlain;
    private final Replies replies;
    private long turn;

    ProviderTalker(RunningServer server, String channel, String from, JsonNode settings, Replies replies)
            throws CommandFailure {
        this.server = server;
        this.customer = SimulatedCustomer.of(channel, from, settings);
        this.isPlain = channel.equals("telegram"); // which tells nobody what it is an answer to
        this.key = channel + " " + customer.address();
        this.replies = replies;
    }

    @Override
    public Sample turn() throws CommandFailure, InterruptedException {
        var began = Instant.now();
        var delivery = customer.says(Script.line(++turn, isPlain), Optional.empty(), began);
        var request = server.to(delivery.path()).POST(BodyPublishers.ofString(delivery.body()));
        delivery.headers().forEach(request::header);
        var response = server.exchange(request);
        var acknowledged = millis(began, Instant.now());
        if (response.statusCode() / 100 != 2) {
            throw new CommandFailure(delivery.path() + " answered " + response.statusCode() + ": " + response.body());
        }
        return replies.await(key, turn)
                .map(reply -> new Sample(acknowledged, millis(began, reply.at()), reply.bytes()))
                .orElseGet(() -> new Sample(acknowledged, Double.NaN, 0));
    }

    static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
