package dev.shopbell.webhook;

import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.ConversationId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** Who may come in from the web at all, how much they may carry, and how often. */
final class WebDoor {

    /** What the longest message weighs with every character escaped, and the token that a frame carries besides. */
    private static final int LARGEST_BODY_BYTES = 32 * 1024;

    /** So many reads to a message: the widget looks once a second while it waits for an answer, and up to 20 times to catch up. */
    private static final int READS_TO_A_MESSAGE = 8;

    /** So many a minute in any case: an owner who lets visitors say little means no widget to be refused the answers. */
    private static final int FEWEST_READS = 120;

    private final AllowedOrigins origins;
    private final RateLimit visitors;
    private final RateLimit readers;
    private final RateLimit addresses;
    private final Clock clock;

    WebDoor(AllowedOrigins origins, RateLimit visitors, RateLimit readers, RateLimit addresses, Clock clock) {
        this.origins = origins;
        this.visitors = visitors;
        this.readers = readers;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** As the function's environment has it. @throws NumberFormatException if a limit is no number */
    static WebDoor of(Function<String, Optional<String>> environment, Clock clock) {
        var messages = limit(environment, "VISITOR_MESSAGES_PER_MINUTE", 30);
        return new WebDoor(
                AllowedOrigins.of(
                        environment.apply("ALLOWED_ORIGIN").orElse("*"),
                        environment.apply("PUBLIC_BASE_URL").orElse("")),
                new RateLimit(messages),
                new RateLimit(readsPerMinute(messages)),
                new RateLimit(limit(environment, "ADDRESS_REQUESTS_PER_MINUTE", 300)),
                clock);
    }

    /** @param messages a minute; 0 is no limit, of reads either */
    private static int readsPerMinute(int messages) {
        return messages == 0 ? 0 : Math.max(FEWEST_READS, messages * READS_TO_A_MESSAGE);
    }

    private static int limit(Function<String, Optional<String>> environment, String name, int byDefault) {
        return environment.apply(name).map(Integer::parseInt).orElse(byDefault);
    }

    /**
     * The refusal, if the request may not come in.
     *
     * @param weight how many requests it counts as
     */
    Optional<HttpAnswer> refuse(WebhookRequest request, int weight) {
        if (!origins.admit(request)) {
            return Optional.of(
                    HttpAnswer.refusal(
                            403,
                            "Pages of this site may not talk with the shop. Add its origin to AllowedOrigin (ALLOWED_ORIGIN)."));
        }
        if (request.size() > LARGEST_BODY_BYTES) {
            return Optional.of(HttpAnswer.refusal(413, "The body is larger than 32 KiB. Send it in several."));
        }
        return request.header(HttpEvent.ADDRESS)
                .flatMap(address -> addresses.take(network(address), weight, clock.instant()))
                .map(WebDoor::tooOften);
    }

    /** The refusal, if the visitor has said too much in too short a time. */
    Optional<HttpAnswer> hush(ConversationId conversation) {
        return visitors.take(conversation.toString(), 1, clock.instant()).map(WebDoor::tooOften);
    }

    /** The refusal, if the visitor has looked too often in too short a time. */
    Optional<HttpAnswer> slow(ConversationId conversation) {
        return readers.take(conversation.toString(), 1, clock.instant()).map(WebDoor::tooOften);
    }

    private static HttpAnswer tooOften(Duration wait) {
        var seconds = Long.toString(wait.toSeconds());
        return HttpAnswer.refusal(429, "That was a lot at once. Try again in " + seconds + " seconds.")
                .with("retry-after", seconds);
    }

    /** Of an IPv6 address the network, for its owner has the rest to choose from: RFC 6177. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            Arrays.copyOf(InetAddress.getByName(address).getAddress(), 8)); // no look-up: it is no name
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
