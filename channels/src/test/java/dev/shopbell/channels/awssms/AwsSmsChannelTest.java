package dev.shopbell.channels.awssms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Channel;
import dev.shopbell.channels.ChannelContract;
import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.Settings;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSmsChannelTest extends ChannelContract {

    private static final String SAID =
            "{\"originationNumber\":\"+4915155550101\",\"destinationNumber\":\"+15555550100\","
                    + "\"messageKeyword\":\"KEYWORD_1\",\"messageBody\":\"Hello\",\"inboundMessageId\":\"in-1\"}";

    private final SnsTopic topic = new SnsTopic();

    @Override
    protected Channel channel(Function<String, Optional<String>> settings, Transport transport) {
        return new AwsSmsChannel(settings, transport, topic.fetch(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private AwsSmsChannel ours() {
        return new AwsSmsChannel(
                Settings.all(), new RecordingTransport(), topic.fetch(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    protected WebhookRequest authentic() {
        return request(SnsTopic.signed(SnsTopic.notification(SAID)));
    }

    @Override
    protected String proof() {
        return "x-amz-sns-message-type";
    }

    @Override
    protected String given() {
        return Fields.object(authentic().body()).orElseThrow().path("Signature").asText();
    }

    @Override
    protected WebhookRequest unproven() {
        return request(Transport.utf8(SnsTopic.notification(SAID).toString()));
    }

    @Override
    protected WebhookRequest proving(String value) {
        return request(Transport.utf8(
                SnsTopic.notification(SAID).put("Signature", value).toString()));
    }

    @Override
    protected ConversationId conversation() {
        return new ConversationId(AwsSmsChannel.NAME, "+15555550100", "+4915155550101");
    }

    private static WebhookRequest request(byte[] body) {
        return new WebhookRequest(
                "POST",
                "https://shop.example/webhooks/aws-sms",
                Map.of("x-amz-sns-message-type", "Notification", "Content-Type", "text/plain; charset=UTF-8"),
                Map.of(),
                body);
    }

    private boolean believes(ObjectNode message) {
        return ours().isAuthentic(request(SnsTopic.signed(message)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void accepts_both_versions_of_the_signature(String version) {
        assertThat(believes(SnsTopic.notification(SAID).put("SignatureVersion", version)))
                .isTrue();
    }

    @Test
    void refuses_a_version_that_it_does_not_know_and_one_that_is_not_the_signatures() {
        var signed = SnsTopic.notification(SAID);
        SnsTopic.signed(signed);
        for (var version : new String[] {"1", "3", "", "2 "}) {
            var claimed = signed.deepCopy().put("SignatureVersion", version);
            assertThat(ours().isAuthentic(request(Transport.utf8(claimed.toString()))))
                    .as(version)
                    .isFalse();
        }
    }

    @Test
    void downloads_the_certificate_once() {
        var channel = ours();
        for (var n = 0; n < 3; n++) {
            assertThat(channel.isAuthentic(authentic())).isTrue();
        }
        assertThat(topic.fetched()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "TopicArn,arn:aws:sns:us-east-1:111111111111:two-way",
        "Timestamp,2026-11-21T11:59:59.999Z",
        "Timestamp,yesterday",
        "SigningCertURL,https://evil.example/SimpleNotificationService-a.pem",
        "SigningCertURL,https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-a.pem",
        "SignatureVersion,3"
    })
    void downloads_nothing_for_a_stranger(String field, String value) {
        assertThat(believes(SnsTopic.notification(SAID).put(field, value))).isFalse();
        assertThat(topic.fetched()).isEmpty();
    }

    @Test
    void believes_what_sns_or_who_redrives_its_dead_letters_may_still_deliver() {
        var published = NOW.minus(Duration.ofHours(23)).toString();
        assertThat(believes(SnsTopic.notification(SAID).put("Timestamp", published)))
                .isTrue();
    }

    @Test
    void passes_on_that_the_certificate_cannot_be_had_now() {
        var notNow = new UncheckedIOException(new java.io.IOException("told to"));
        var channel = new AwsSmsChannel(
                Settings.all(),
                new RecordingTransport(),
                (url, mostBytes) -> {
                    throw notNow;
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThatThrownBy(() -> channel.isAuthentic(authentic())).isSameAs(notNow);
    }

    @Test
    void does_not_let_a_genuine_text_be_cut_up_into_other_fields() {
        var genuine = SnsTopic.notification("a\nMessageId\nb");
        var text = SnsTopic.signedText(genuine);
        var recut = SnsTopic.notification("a")
                .put("MessageId", "b\nMessageId\n" + genuine.path("MessageId").asText());
        assertThat(SnsTopic.signedText(recut)).isEqualTo(text);
        assertThat(ours().isAuthentic(request(SnsTopic.signed(recut, text)))).isFalse();
        assertThat(ours().isAuthentic(request(SnsTopic.signed(genuine, text)))).isTrue();
    }

    @Test
    void does_not_take_half_a_surrogate_for_a_question_mark() {
        var genuine = SnsTopic.notification("really?");
        SnsTopic.signed(genuine);
        var forged = genuine.toString().replace("really?", "really\\uD800");
        assertThat(ours().isAuthentic(request(Transport.utf8(forged)))).isFalse();
    }

    @Test
    void signs_the_timestamp_as_it_came_and_leaves_out_a_subject_that_is_null() {
        var message = SnsTopic.notification("Ünïcode 🥐 مرحبا\n").put("Timestamp", "2026-11-22T11:59:58.000Z");
        message.putNull("Subject");
        assertThat(believes(message)).isTrue();
        assertThat(believes(message.put("Subject", "Grüße"))).isTrue();
        assertThat(believes(message.put("Subject", ""))).isTrue();
    }

    @Test
    void reads_nothing_of_an_envelope_but_what_is_signed() {
        var message = SnsTopic.notification("hello");
        message.put("originationNumber", "+1").put("eventType", "TEXT_DELIVERED");
        message.putArray("Records").addObject().putObject("Sns").put("Message", SAID);
        assertThat(ours().read(request(SnsTopic.signed(message)), NOW))
                .isEqualTo(new Reading.Events(java.util.List.of()));
    }

    @Test
    void names_the_address_that_confirms_a_subscription_of_ours() {
        assertThat(ours().subscription(request(SnsTopic.signed(SnsTopic.confirmation("SubscriptionConfirmation")))))
                .contains(URI.create(SnsTopic.SUBSCRIBE_URL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest/meta-data/",
                "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t",
                "https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&Token=t",
                "https://sns.us-east-1.amazonaws.com:444/?Action=ConfirmSubscription&Token=t",
                "http://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=t",
                ""
            })
    void does_not_confirm_at_another_address_even_if_it_is_signed(String url) {
        var message = SnsTopic.confirmation("SubscriptionConfirmation").put("SubscribeURL", url);
        var request = request(SnsTopic.signed(message));
        assertThat(ours().subscription(request)).isEmpty();
        assertThat(ours().isAuthentic(request)).isFalse();
        assertThat(topic.fetched()).isEmpty();
    }

    @Test
    void does_not_confirm_a_subscription_to_a_strangers_topic_nor_one_that_is_not_signed() {
        var foreign = SnsTopic.confirmation("SubscriptionConfirmation")
                .put("TopicArn", "arn:aws:sns:us-east-1:111111111111:two-way");
        assertThat(ours().subscription(request(SnsTopic.signed(foreign)))).isEmpty();
        var unsigned = SnsTopic.confirmation("SubscriptionConfirmation").put("Signature", given());
        assertThat(ours().subscription(request(Transport.utf8(unsigned.toString()))))
                .isEmpty();
    }

    @Test
    void does_not_subscribe_again_when_it_was_unsubscribed() {
        var request = request(SnsTopic.signed(SnsTopic.confirmation("UnsubscribeConfirmation")));
        assertThat(ours().isAuthentic(request)).isTrue();
        assertThat(ours().subscription(request)).isEmpty();
        assertThat(ours().read(request, NOW)).isEqualTo(new Reading.Events(java.util.List.of()));
    }

    @Test
    void sends_what_comes_back_with_the_events() {
        var transport = new RecordingTransport();
        var reply = new ReplyId(conversation(), 3, 0);
        channel(Settings.all(), transport).send(reply, new Reply.Text("Hello"));
        var sent = transport.sent().getFirst();
        assertThat(sent.headers()).containsEntry("X-Amz-Target", "PinpointSMSVoiceV2.SendTextMessage");
        var context = Fields.object(sent.body()).orElseThrow().path("Context").toString();
        var event = "{\"eventType\":\"TEXT_DELIVERED\",\"context\":" + context + "}";
        assertThat(ours().read(request(Transport.utf8(event)), NOW))
                .isInstanceOfSatisfying(Reading.Events.class, reading -> assertThat(
                                reading.events().getFirst().meaning())
                        .isInstanceOfSatisfying(Meaning.Reported.class, reported -> assertThat(
                                        reported.report().reply())
                                .isEqualTo(reply)));
    }
}
