package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MilestoneTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static Callback callback(String body) {
        return new Callback(
                URI.create("http://127.0.0.1:1/"), Map.of(), body, Duration.ofMillis(250), Callback.Patience.META);
    }

    @ParameterizedTest
    @CsvSource({"sent", "delivered", "read"})
    void is_what_whatsapp_says(String status) {
        var body = Json.text(WhatsAppDelivery.status("1", "2", "3", status, "tag", NOW));
        assertThat(Milestone.of(callback(body), NOW)).contains(new Milestone(status, NOW.plusMillis(250)));
    }

    @Test
    void is_what_messenger_and_twilio_say() {
        var delivered = Json.text(MessengerDelivery.delivered("1", "2", "m_3", NOW));
        assertThat(Milestone.of(callback(delivered), NOW))
                .map(Milestone::status)
                .contains("delivered");
        var sent = TwilioDelivery.encode(TwilioDelivery.status("AC", "+1", "+2", "SM", "sent"));
        assertThat(Milestone.of(callback(sent), NOW)).map(Milestone::status).contains("sent");
    }

    @Test
    void is_what_sns_carries_from_aws() {
        var sent = new Sent(0, "aws-sms", "m", "+1", "+2", "Hi", List.of(), "", NOW, Json.object());
        for (var said : Map.of("SUCCESSFUL", "sent", "DELIVERED", "delivered").entrySet()) {
            var event = AwsSmsDelivery.event(sent, said.getKey(), true, NOW);
            var delivery = SnsDelivery.notification("arn:aws:sns:eu-west-1:1:sms", SnsKey.OWN.secret(), event, NOW);
            assertThat(Milestone.of(callback(Json.text(delivery)), NOW))
                    .map(Milestone::status)
                    .contains(said.getValue());
        }
    }

    @Test
    void is_failure_too() {
        var sent = new Sent(0, "x", "m", "1", "2", "Hi", List.of(), "", NOW, Json.object());
        var whatsApp = Json.text(WhatsAppDelivery.failed(sent, "131047", NOW));
        var twilio = TwilioDelivery.encode(TwilioDelivery.status("AC", "+1", "+2", "SM", "undelivered"));
        var event = AwsSmsDelivery.event(sent, "CARRIER_UNREACHABLE", true, NOW);
        var aws = SnsDelivery.notification("arn:aws:sns:eu-west-1:1:sms", SnsKey.OWN.secret(), event, NOW);
        for (var body : List.of(whatsApp, twilio, Json.text(aws))) {
            assertThat(Milestone.of(callback(body), NOW)).map(Milestone::status).contains("failed");
        }
    }

    @Test
    void is_none_in_what_else_is_said() {
        var echo = Json.text(MessengerDelivery.echo("1", "2", "m_3", "\"delivery\":{ and \"read\":{", "", NOW));
        assertThat(Milestone.of(callback(echo), NOW)).isEmpty();
        var queued = TwilioDelivery.encode(TwilioDelivery.status("AC", "+1", "+2", "SM", "queued"));
        assertThat(Milestone.of(callback(queued), NOW)).isEmpty();
    }
}
