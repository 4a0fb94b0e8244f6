package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadDeliveryTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    private int read(String in, String... arguments) {
        return new ReadDelivery(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(printed, true, StandardCharsets.UTF_8),
                        new PrintStream(complained, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    @Test
    void prints_one_object_an_event_and_unwraps_recorded_requests() {
        var file = Recorded.FOLDER.resolve("webhook/whatsapp-text.json").toString();
        assertThat(read("", "whatsapp", file)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"kind\":\"text\",\"sender\":\"16505551234\",\"account\":\"106540352242922\","
                        + "\"id\":\"wamid.1\",\"ts\":1795348800000,\"text\":\"Where is my order 1042? 🎂\"}"
                        + System.lineSeparator());
    }

    @Test
    void reads_standard_input() {
        assertThat(read("From=%2B1&To=%2B2&Body=Hi&MessageSid=S", "twilio", "-"))
                .isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("{\"kind\":\"text\",\"sender\":\"+1\"");
    }

    @Test
    void says_which_channels_there_are() {
        assertThat(read("", "pigeon", "x.json")).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("pigeon")
                .contains("whatsapp");
    }

    @Test
    void says_which_file_is_wrong_and_why() {
        assertThat(read("not json", "messenger", "-", "/nowhere/x.json")).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("-: The body is not a JSON object")
                .contains("/nowhere/x.json: there is no such file");
    }

    @Test
    void says_that_something_else_than_a_form_is_none() {
        assertThat(read("good morning & welcome", "twilio", "-")).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("-: The body has no field with a value");
    }

    @Test
    void says_that_there_was_nothing_in_it() {
        assertThat(read("Colour=green&Size=12", "twilio", "-")).isZero();
        assertThat(printed.size()).isZero();
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("-: nothing in it is said to us or of a message of ours. Is it a delivery of sms?");
    }

    @Test
    void says_how_it_is_used() {
        assertThat(read("", "whatsapp")).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("./bot read");
    }
}
