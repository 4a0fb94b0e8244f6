package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvidersOverHttpTest extends ProvidersOverHttp {

    @Test
    void a_message_is_kept_and_echoed_until_the_webhook_takes_it() throws Exception {
        refusals.set(1);
        assertThat(post("/_providers/graph/v23.0/me/messages", HELLO).statusCode())
                .isEqualTo(200);
        assertThat(get("/_providers/outbox?channel=messenger&to=%2Bana").body()).contains("\"text\":\"Hello\"");
        assertThat(heard()).contains("\"is_echo\":true").contains("\"metadata\":\"tag\"");
        assertThat(heard() + heard() + heard())
                .contains("is_echo")
                .contains("\"delivery\"")
                .contains("\"read\"");
    }

    @Test
    void a_dropped_answer_looks_broken_to_the_sender_though_the_message_goes_out() throws Exception {
        assertThat(post("/_providers/faults", "{\"channel\":\"messenger\",\"mode\":\"drop-after-accept\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThatThrownBy(() -> post("/_providers/graph/v23.0/me/messages", HELLO))
                .isInstanceOf(IOException.class);
        assertThat(get("/_providers/outbox").body()).contains("\"to\":\"+ana\"");
        assertThat(heard()).contains("is_echo");
    }

    @Test
    void a_planned_status_takes_nothing() throws Exception {
        post("/_providers/faults", "{\"channel\":\"messenger\",\"mode\":\"status\",\"status\":503}");
        assertThat(post("/_providers/graph/v23.0/me/messages", HELLO).statusCode())
                .isEqualTo(503);
        assertThat(get("/_providers/outbox").body()).contains("\"messages\":[]");
        assertThat(post("/_providers/graph/v23.0/me/messages", HELLO).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_typing_indicator_spends_no_bad_day_and_delivers_nothing() throws Exception {
        post("/_providers/faults", "{\"channel\":\"messenger\",\"mode\":\"status\",\"status\":503}");
        var typing = "{\"recipient\":{\"id\":\"ana\"},\"sender_action\":\"typing_on\"}";
        assertThat(post("/_providers/graph/v23.0/me/messages", typing).statusCode())
                .isEqualTo(200);
        assertThat(get("/_providers/outbox").body()).contains("\"messages\":[]");
        assertThat(post("/_providers/graph/v23.0/me/messages", HELLO).statusCode())
                .isEqualTo(503);
    }

    @Test
    void telegrams_typing_indicator_delivers_nothing_either() throws Exception {
        var typing = "{\"chat_id\":\"7\",\"action\":\"typing\"}";
        assertThat(post("/_providers/telegram/bottoken/sendChatAction", typing).body())
                .contains("\"ok\":true");
        assertThat(get("/_providers/outbox").body()).contains("\"messages\":[]");
    }

    @Test
    void templates_are_registered_with_the_platforms_token_and_held_against_sends() throws Exception {
        var template =
                "{\"name\":\"hello\",\"language\":\"en\",\"components\":[{\"type\":\"BODY\",\"text\":\"Hi {{1}}\"}]}";
        var send =
                "{\"recipient\":{\"id\":\"ana\"},\"messaging_type\":\"UTILITY\",\"message\":{\"template\":{\"name\":\"hello\","
                        + "\"language\":{\"code\":\"en\"},\"components\":[]}}}";
        assertThat(post("/_providers/graph/v23.0/me/messages", send).statusCode())
                .isEqualTo(200);

        assertThat(get("/_providers/graph/v23.0/me/message_templates").statusCode())
                .isEqualTo(400);
        assertThat(post("/_providers/graph/v23.0/me/message_templates", template)
                        .body())
                .contains("APPROVED");
        assertThat(post("/_providers/graph/v23.0/me/messages", send).body()).contains("expected number of params (1)");
    }

    @Test
    void silence_lasts_longer_than_a_sender_waits() throws Exception {
        post("/_providers/faults", "{\"mode\":\"hang\"}");
        assertThatThrownBy(() -> post("/_providers/graph/v23.0/me/messages", HELLO))
                .isInstanceOf(java.net.http.HttpTimeoutException.class);
        assertThat(get("/_providers/outbox").body()).contains("\"messages\":[]");
    }

    @Test
    void a_page_of_another_site_learns_no_secret() throws Exception {
        var foreign = HttpRequest.newBuilder(base.resolve("/_providers/settings"))
                .header("Origin", "https://evil.example")
                .build();
        assertThat(http.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(get("/_providers/settings").body()).contains("META_APP_SECRET");
    }

    @Test
    void a_topic_shows_its_certificate_and_takes_confirmations() throws Exception {
        assertThat(get("/_providers/sns/" + SnsKey.FILE).body()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(get("/_providers/sns/?Action=ConfirmSubscription&Token=t").statusCode())
                .isEqualTo(200);
        assertThat(get("/_providers/sns/?Action=ConfirmSubscription&Token=").statusCode())
                .isEqualTo(404);
        assertThat(get("/_providers/sns/other.pem").statusCode()).isEqualTo(404);
        assertThat(get("/_providers/settings").body()).doesNotContain("SNS_PRIVATE_KEY");
        assertThat(get("/_providers/settings?channel=aws-sms").body()).contains("SNS_PRIVATE_KEY");
    }

    @Test
    void a_message_that_fails_later_needs_a_platform_that_says_so_and_a_code() throws Exception {
        assertThat(post("/_providers/faults", "{\"channel\":\"messenger\",\"mode\":\"fail-later\",\"code\":\"1\"}")
                        .body())
                .contains("whatsapp, sms or aws-sms");
        assertThat(post("/_providers/faults", "{\"channel\":\"sms\",\"mode\":\"fail-later\"}")
                        .body())
                .contains("30008");
        assertThat(post("/_providers/faults", "{\"channel\":\"sms\",\"mode\":\"fail-later\",\"code\":30008}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_wish_that_cannot_be_granted_says_what_can() throws Exception {
        assertThat(post("/_providers/faults", "{\"mode\":\"explode\"}").body()).contains("drop-after-accept");
    }

    @Test
    void a_file_is_behind_the_door_of_each_platform() throws Exception {
        var id = post("/_providers/media", "{\"type\":\"text/plain\",\"name\":\"a.txt\",\"data\":\"SGVsbG8=\"}")
                .body()
                .replaceAll("[^0-9]", "");
        assertThat(get("/_providers/graph/v23.0/" + id).statusCode()).isEqualTo(401);
        assertThat(getKnown("/_providers/graph/v23.0/" + id).body()).contains("\"url\":\"token/media/" + id);
        assertThat(get("/_providers/graph/media/" + id).statusCode()).isEqualTo(401);
        assertThat(getKnown("/_providers/graph/media/" + id).body()).isEqualTo("Hello");
        assertThat(get("/_providers/graph/cdn/" + id).body()).isEqualTo("Hello");
        assertThat(getKnown("/_providers/graph/cdn/" + id).statusCode())
                .as("Messenger's network is to see no token")
                .isEqualTo(400);
        var media = "/_providers/twilio/2010-04-01/Accounts/sid/Messages/MM1/Media/" + id;
        assertThat(get(media).statusCode()).isEqualTo(401);
        assertThat(get("/_providers/telegram/bottoken/getFile?file_id=" + id).body())
                .contains("files/" + id);
        assertThat(get("/_providers/telegram/file/bottoken/files/" + id).body()).isEqualTo("Hello");
        assertThat(get("/_providers/telegram/file/botother/files/" + id).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_file_whose_time_is_over_is_gone_everywhere() throws Exception {
        var id = post("/_providers/media", "{\"type\":\"text/plain\",\"data\":\"SGVsbG8=\"}")
                .body()
                .replaceAll("[^0-9]", "");
        http.send(
                HttpRequest.newBuilder(base.resolve("/_providers/media"))
                        .DELETE()
                        .build(),
                BodyHandlers.discarding());
        assertThat(getKnown("/_providers/graph/v23.0/" + id).body()).contains("does not exist");
        assertThat(get("/_providers/graph/cdn/" + id).statusCode()).isEqualTo(404);
        assertThat(get("/_providers/telegram/bottoken/getFile?file_id=" + id).statusCode())
                .isEqualTo(400);
    }
}
