package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the channels write, request for request as in their golden files, is what the platforms played here take. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenRepliesAreTakenTest {
    private static final Path GOLDEN = Path.of("../channels/src/test/resources/golden");
    private static final URI OURSELF = URI.create("http://127.0.0.1:8080");
    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");

    private final Platform messenger = new MessengerPlatform(() -> "token", () -> "secret");
    private final Platform whatsApp = new WhatsAppPlatform(() -> "token", () -> "secret");
    private final Platform twilio =
            new TwilioPlatform(() -> "AC1", () -> "auth", new PublicAddress(() -> "https://shop.example"));

    private Verdict send(String channel, String body) {
        return switch (channel) {
            case "messenger" -> messenger.send(PlatformsOnAGoodDayTest.graph("me", body), OURSELF, NOW);
            case "sms", "sms-whatsapp" ->
                twilio.send(PlatformsOnAGoodDayTest.sms(TwilioDelivery.decode(body)), OURSELF, NOW);
            default -> whatsApp.send(PlatformsOnAGoodDayTest.graph("106", body), OURSELF, NOW);
        };
    }

    /** Each request is three lines: address, authorization, body. */
    private static List<String> requests(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var bodies = new ArrayList<String>();
        for (int at = 2; at < lines.size(); at += 3) {
            bodies.add(lines.get(at));
        }
        return bodies;
    }

    private List<Sent> sent(String channel, String reply) throws IOException {
        return requests(GOLDEN.resolve(channel + "/" + reply + ".txt")).stream()
                .map(body -> ((Verdict.Taken) send(channel, body)).message())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp", "whatsapp-scoped", "sms", "sms-whatsapp"})
    void request_for_request(String channel) throws IOException {
        try (var files = Files.list(GOLDEN.resolve(channel))) {
            for (var file : files.toList()) {
                assertThat(requests(file)).isNotEmpty().allSatisfy(body -> assertThat(send(channel, body))
                        .describedAs("%s: %s", file, body)
                        .isInstanceOf(Verdict.Taken.class));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"messenger,2", "whatsapp,1"})
    void a_card_shows_its_lines_and_can_be_pressed(String channel, int messages) throws IOException {
        var sent = sent(channel, "card-with-replies");

        assertThat(sent).hasSize(messages);
        assertThat(sent.getLast().text()).contains("Party cake", "For 12, from 38 €", "https://shop.example/party.jpg");
        assertThat(sent.getLast().choices()).containsExactly(new Sent.Choice("intent:prices", "Prices"));
    }

    @Test
    void a_carousel_is_one_message() throws IOException {
        var sent = sent("whatsapp", "carousel-of-links");

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().text()).contains("Party cake", "Wedding cake", "Order: https://shop.example/order");
    }

    @Test
    void a_read_mark_and_typing_are_noted_and_not_delivered() {
        assertThat(send("whatsapp", """
                {"messaging_product":"whatsapp","status":"read","message_id":"wamid.1","typing_indicator":{"type":"text"}}""")).isInstanceOf(Verdict.Noted.class);
        assertThat(send("messenger", "{\"recipient\":{\"id\":\"ANA\"},\"sender_action\":\"typing_on\"}"))
                .isInstanceOf(Verdict.Noted.class);
    }

    @Test
    void segments_are_counted_as_they_are_billed() {
        assertThat(Segments.of("a".repeat(160))).isEqualTo(1);
        assertThat(Segments.of("a".repeat(161))).isEqualTo(2);
        assertThat(Segments.of("€".repeat(80))).isEqualTo(1);
        assertThat(Segments.of("á".repeat(71))).isEqualTo(2);
        var taken = (Verdict.Taken) twilio.send(
                PlatformsOnAGoodDayTest.sms(
                        Map.of("To", "+15551234567", "From", "+15550001000", "Body", "a".repeat(400))),
                OURSELF,
                NOW);
        assertThat(taken.answer().body().path("num_segments").asText()).isEqualTo("3");
        assertThat(taken.message().json().path("segments").asInt()).isEqualTo(3);
    }
}
