package dev.shopbell.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.Command;
import dev.shopbell.local.provider.SentFile;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ./bot send messenger|whatsapp|sms|aws-sms|telegram "text" --from WHO}: plays the provider of a channel, signing as it would, and
 * shows what comes back to the person.
 */
public final class SendCommand implements Command {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration QUIET = Duration.ofMillis(1_500);

    @Override
    public String name() {
        return "send";
    }

    @Override
    public String usage() {
        return "messenger|whatsapp|sms|aws-sms|telegram \"text\"… --from WHO [--choice VALUE] [--file FILE] [--duplicate N] [--shuffle]"
                + " [--delay [SECONDS]] [--port P]"
                + "  play a provider and see what comes back";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var known = Stream.concat(Stream.of("from", "choice", "file", "port"), BadDay.VALUES.stream())
                .collect(Collectors.toSet());
        var arguments = Arguments.parse(args, known, BadDay.BARE);
        var words = arguments.words();
        var isOne = arguments.option("choice").isPresent()
                || arguments.option("file").isPresent();
        if (words.isEmpty() || (isOne ? words.size() > 2 : words.size() < 2)) {
            throw new CommandFailure(
                    "Say on which channel and what: ./bot send sms \"When are you open?\" --from +15551234567");
        }
        var badDay = BadDay.of(arguments);
        var from = arguments
                .option("from")
                .orElseThrow(() -> new CommandFailure(
                        "Say who writes: --from +15551234567 (any number, or a name on Messenger)."));
        var server = RunningServer.of(arguments);
        var channel = words.getFirst();
        var customer = SimulatedCustomer.of(
                channel, from, server.get("/_providers/settings?channel=" + SimulatedCustomer.encode(channel)));
        var seen = server.get("/_providers/outbox").path("last").asLong();
        var deliveries = new ArrayList<SimulatedCustomer.Delivery>();
        var file = arguments.option("file");
        if (isOne) {
            var text = words.size() == 2
                    ? words.get(1)
                    : arguments.option("choice").orElse("");
            deliveries.add(
                    file.isPresent()
                            ? customer.sends(handIn(server, Path.of(file.get())), text, server.base(), Instant.now())
                            : customer.says(text, arguments.option("choice"), Instant.now()));
        } else {
            words.stream()
                    .skip(1)
                    .forEach(text -> deliveries.add(customer.says(text, Optional.empty(), Instant.now())));
        }
        Thread.sleep(badDay.delay());
        var accepted = true;
        for (var delivery : badDay.arrivals(deliveries, new Random())) {
            accepted &= deliver(server, delivery);
        }
        return accepted && show(server, channel, customer.address(), seen, deliveries.size()) ? 0 : 1;
    }

    /** Gives the file to the simulated platforms, which have it before anybody hears of it. */
    private static SentFile handIn(RunningServer server, Path file) throws CommandFailure {
        try {
            var probed = Files.probeContentType(file);
            var type = probed == null ? "application/octet-stream" : probed;
            var name = String.valueOf(file.getFileName());
            var body = Json.object().put("type", type).put("name", name).put("data", Files.readAllBytes(file));
            return new SentFile(
                    server.post("/_providers/media", body).path("id").asText(), type, name);
        } catch (IOException unreadable) {
            throw new CommandFailure(file + " cannot be read. Try --file events/cake.png.", unreadable);
        }
    }

    private static boolean deliver(RunningServer server, SimulatedCustomer.Delivery delivery) throws CommandFailure {
        HttpRequest.Builder request = server.to(delivery.path()).POST(BodyPublishers.ofString(delivery.body()));
        delivery.headers().forEach(request::header);
        var began = System.nanoTime();
        var response = server.exchange(request);
        System.out.printf(
                "POST %s → %d in %d ms%n",
                delivery.path(),
                response.statusCode(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        if (response.statusCode() / 100 != 2) {
            System.out.println(response.body());
        }
        return response.statusCode() / 100 == 2;
    }

    /** Prints what the person gets, until they have at least so many answers and it has been quiet for a while. */
    private static boolean show(RunningServer server, String channel, String person, long after, int answers)
            throws CommandFailure, InterruptedException {
        var query = "/_providers/outbox?channel=" + channel + "&to=" + SimulatedCustomer.encode(person) + "&after=";
        var seen = after;
        var began = System.nanoTime();
        Optional<Long> heard = Optional.empty();
        var messages = 0;
        while (System.nanoTime() - began < LONGEST_WAIT.toNanos()
                && (messages < answers || heard.isEmpty() || System.nanoTime() - heard.get() < QUIET.toNanos())) {
            for (var message : server.get(query + seen).path("messages")) {
                seen = message.path("sequence").asLong();
                heard = Optional.of(System.nanoTime());
                messages++;
                print(message);
            }
            Thread.sleep(100);
        }
        if (heard.isEmpty()) {
            System.out.printf(
                    "Nothing came back within %d seconds. ./bot ps shows where it waits.%n", LONGEST_WAIT.toSeconds());
        }
        return heard.isPresent();
    }

    private static void print(JsonNode message) {
        System.out.println(message.path("text").asText());
        if (message.has("segments")) {
            var segments = message.path("segments").asInt();
            System.out.println("  (" + segments + (segments == 1 ? " segment)" : " segments)"));
        }
        for (var choice : message.path("choices")) {
            System.out.printf(
                    "  [%s]  --choice %s%n",
                    choice.path("title").asText(), choice.path("value").asText());
        }
    }
}
