package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ChannelName;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedDeliveryTest {

    private static final Map<String, String> CHANNELS =
            Map.of("messenger", "messenger", "whatsapp", "whatsapp", "twilio", "sms", "aws-sms", "awssms");

    private final Channels channels = Channels.of(
            name -> Optional.empty(),
            (url, headers, body) -> {
                throw new AssertionError("reading sends nothing");
            },
            (conversation, json) -> {},
            Clock.systemUTC());

    static Stream<Fixture> deliveries() {
        return Stream.of("messenger", "whatsapp", "twilio", "aws-sms")
                .flatMap(folder -> Fixture.deliveriesIn(folder).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deliveries")
    void is_read_as_written_beside_it(Fixture fixture) {
        var name = new ChannelName(CHANNELS.getOrDefault(fixture.channel(), "none"));
        var reading = channels.named(name)
                .orElseThrow()
                .read(new WebhookRequest("POST", "/", Map.of(), Map.of(), fixture.body()), Instant.EPOCH);
        assertThat(reading).isInstanceOf(Reading.Events.class);
        var events = ((Reading.Events) reading)
                .events().stream().map(ChannelEvent::facts).toList();
        var printed = Fields.object("{\"events\":" + Fields.JSON.valueToTree(events) + "}")
                .orElseThrow();
        assertThat(printed.path("events")).isEqualTo(fixture.expect().path("events"));
    }
}
