package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.RetryableFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A topic's messages at the edge. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TopicTest {

    private static final URI CONFIRM = URI.create("https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription"
            + "&TopicArn=arn:aws:sns:us-east-1:000000000000:two-way&Token=t0ken");

    private final Shop shop = new Shop();

    private HttpAnswer deliver(String name) {
        return shop.edge.answer(Recorded.request(name));
    }

    @Test
    void are_heard_when_sns_signed_them() {
        assertThat(deliver("aws-sms-text").status()).isEqualTo(200);
        assertThat(shop.kept).hasSize(1);
        assertThat(shop.fetched).containsExactly(Recorded.CERTIFICATE);
    }

    @Test
    void are_delivered_again_when_the_certificate_cannot_be_had_now() {
        shop.snsRefuses = true;
        assertThatThrownBy(() -> deliver("aws-sms-text")).isInstanceOf(RetryableFailure.class);
        shop.snsRefuses = false;
        assertThat(deliver("aws-sms-text").status()).isEqualTo(200);
    }

    @Test
    void are_refused_when_a_word_was_changed() throws IOException {
        var genuine = Recorded.request("aws-sms-text");
        var message = Json.read(new String(genuine.body(), StandardCharsets.UTF_8));
        var changed = message.toString().replace("domingo", "lunes");
        var request =
                new WebhookRequest("POST", genuine.url(), Map.of(), Map.of(), changed.getBytes(StandardCharsets.UTF_8));
        assertThat(shop.edge.answer(request).status()).isEqualTo(403);
        assertThat(shop.kept).isEmpty();
    }

    @Test
    void are_subscribed_to_where_sns_asks_for_it() {
        shop.documents.put(CONFIRM, new byte[0]);
        assertThat(deliver("aws-sms-subscribe").status()).isEqualTo(200);
        assertThat(shop.fetched).containsExactly(Recorded.CERTIFICATE, CONFIRM);
        assertThat(shop.kept).isEmpty();
    }

    @Test
    void are_not_subscribed_to_when_sns_has_forgotten_asking() {
        assertThat(deliver("aws-sms-subscribe").status()).isEqualTo(410);
    }
}
