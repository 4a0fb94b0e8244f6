package dev.shopbell.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.ChannelName;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./bot read CHANNEL FILE…}: prints what a channel makes of a recorded delivery, one JSON object an event. A file holds
 * a request's body, or the event by which API Gateway would hand the request over; {@code -} is standard input.
 */
public final class ReadDelivery {

    private static final int WRONG_USE = 2;

    private static final Map<String, ChannelName> NAMES = Map.of(
            "messenger", new ChannelName("messenger"),
            "whatsapp", new ChannelName("whatsapp"),
            "aws-sms", new ChannelName("awssms"),
            "twilio", new ChannelName("sms"),
            "sms", new ChannelName("sms"),
            "telegram", new ChannelName("telegram"),
            "web", new ChannelName("web"));

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream complaints;

    ReadDelivery(InputStream in, PrintStream out, PrintStream complaints) {
        this.in = in;
        this.out = out;
        this.complaints = complaints;
    }

    /**
     * Ends with status 0 if all was read, 2 if not; then the last line on standard error says what, where and the mend. A delivery with
     * nothing in it for us is read; standard error says so, since nothing is printed.
     */
    public static void main(String[] arguments) {
        var utf8 = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new ReadDelivery(System.in, utf8, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.size() < 2) {
            return complain("bot read: say which channel and which file: ./bot read whatsapp delivery.json");
        }
        var name = Optional.ofNullable(NAMES.get(arguments.getFirst()));
        if (name.isEmpty()) {
            var known = NAMES.keySet().stream().sorted().toList();
            return complain(
                    "bot read: there is no channel \"" + arguments.getFirst() + "\". Use one of " + known + ".");
        }
        var channel = channels().named(name.get()).orElseThrow();
        var status = 0;
        for (var file : arguments.subList(1, arguments.size())) {
            status = Math.max(status, read(channel, file));
        }
        return status;
    }

    private int read(Channel channel, String file) {
        try {
            var bytes = "-".equals(file) ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
            var request = request(bytes);
            if (request.isEmpty()) {
                return complain(file + ": the event's body is not base64, though isBase64Encoded says so.");
            }
            return switch (channel.read(request.get(), Clock.systemUTC().instant())) {
                case Reading.Malformed(var why) ->
                    complain(file + ": " + why + " Is it a delivery of " + channel.name() + "?");
                case Reading.Events(var events) -> {
                    if (events.isEmpty()) {
                        complaints.println(
                                file + ": nothing in it is said to us or of a message of ours. Is it a delivery of "
                                        + channel.name() + "?");
                    }
                    for (var event : events) {
                        out.println(Fields.JSON.writeValueAsString(event.facts()));
                    }
                    yield 0;
                }
            };
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Facts are plain values", impossible);
        } catch (NoSuchFileException missing) {
            return complain(file + ": there is no such file. Check the path.");
        } catch (IOException unreadable) {
            return complain(file + ": cannot be read (" + unreadable + ").");
        }
    }

    private static Optional<WebhookRequest> request(byte[] bytes) {
        var event = Fields.object(bytes).filter(HttpEvent::isOne);
        return event.isPresent()
                ? HttpEvent.read(event.get())
                : Optional.of(new WebhookRequest("POST", "https://localhost/", Map.of(), Map.of(), bytes));
    }

    private static Channels channels() {
        return Channels.of(
                name -> Optional.empty(),
                (url, headers, body) -> {
                    throw new IllegalStateException("reading sends nothing");
                },
                (conversation, json) -> {
                    throw new IllegalStateException("reading pushes nothing");
                },
                Clock.systemUTC());
    }

    private int complain(String message) {
        complaints.println(message);
        return WRONG_USE;
    }
}
