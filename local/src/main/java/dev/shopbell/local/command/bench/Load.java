package dev.shopbell.local.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes simulated customers talk. */
final class Load {
    private final RunningServer server;
    private final Replies replies;
    private final JsonNode settings;
    private final AtomicInteger people = new AtomicInteger();
    /** Another run's people are other people: their turns begin at one. */
    private final long run = System.currentTimeMillis() % 1_000_000;

    Load(RunningServer server, Replies replies) throws CommandFailure {
        this.server = server;
        this.replies = replies;
        this.settings = server.get("/_providers/settings?channel=aws-sms"); // with the key that SNS signs with
    }

    /** Someone new. */
    Talker talker(String channel) throws CommandFailure {
        var number = String.format("+1%06d%04d", run, people.incrementAndGet());
        return channel.equals("web")
                ? WebTalker.arrive(server, replies)
                : new ProviderTalker(server, channel, number, settings, replies);
    }

    /** One turn after the other, by several people in rotation: what a small shop sees. */
    List<Sample> steady(String channel, int turns, int conversations) throws CommandFailure, InterruptedException {
        var talkers = new ArrayList<Talker>();
        var samples = new ArrayList<Sample>();
        try {
            for (var each = 0; each < conversations; each++) {
                talkers.add(talker(channel));
            }
            for (var turn = 0; turn < turns; turn++) {
                samples.add(talkers.get(turn % conversations).turn());
            }
        } finally {
            talkers.forEach(Talker::close);
        }
        return samples;
    }

    /** All conversations at once, each as fast as it is answered. */
    List<Sample> rush(List<String> channels, int turns, int conversations) throws CommandFailure, InterruptedException {
        var left = new AtomicInteger(turns);
        var work = new ArrayList<Callable<List<Sample>>>();
        for (var each = 0; each < conversations; each++) {
            var channel = channels.get(each % channels.size());
            work.add(() -> {
                var samples = new ArrayList<Sample>();
                try (var talker = talker(channel)) {
                    while (left.getAndDecrement() > 0) {
                        samples.add(talker.turn());
                    }
                }
                return samples;
            });
        }
        var samples = new ArrayList<Sample>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Sample>> each : crowd.invokeAll(work)) {
                samples.addAll(each.get());
            }
        } catch (ExecutionException e) {
            throw new CommandFailure("A conversation broke off: " + e.getMessage(), e);
        }
        return samples;
    }
}
