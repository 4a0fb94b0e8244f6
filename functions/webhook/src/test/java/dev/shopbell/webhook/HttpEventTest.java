package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpEventTest {

    @Test
    void keeps_the_query_as_it_was_written_for_the_signature() {
        assertThat(Recorded.request("twilio-status").url())
                .isEqualTo("https://shop.example/webhooks/twilio/status"
                        + "?reply=sms%3A%2B15555550100%3A%2B15555550101%231.0");
        assertThat(Recorded.request("twilio-status").query("reply")).contains("sms:+15555550100:+15555550101#1.0");
    }

    @Test
    void decodes_a_body_to_its_bytes() {
        assertThat(new String(Recorded.request("whatsapp-text").body(), StandardCharsets.UTF_8))
                .contains("order 1042? 🎂");
    }

    @Test
    void has_no_body_where_the_event_has_none() {
        assertThat(Recorded.request("page").body()).isEmpty();
    }

    @Test
    void is_no_request_when_the_body_is_not_the_base64_it_claims_to_be() throws IOException {
        var event = Json.read("{\"rawPath\":\"/\",\"requestContext\":{},\"body\":\"%%%\",\"isBase64Encoded\":true}");
        assertThat(HttpEvent.read(event)).isEmpty();
    }

    @Test
    void reads_the_older_format_too() throws IOException {
        var event = Json.read("""
                {"httpMethod":"POST","path":"/webhooks/whatsapp","headers":{"X-Forwarded-Proto":"https","Host":"h.example"},\
                "queryStringParameters":{"a":"b c"},"requestContext":{},"body":"é","isBase64Encoded":false}""");
        var request = HttpEvent.read(event).orElseThrow();
        assertThat(request.url()).isEqualTo("https://h.example/webhooks/whatsapp?a=b+c");
        assertThat(request.query("a")).contains("b c");
        assertThat(request.body()).isEqualTo("é".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void does_not_trust_a_forwarded_host() throws IOException {
        var event = Json.read("""
                {"rawPath":"/x","headers":{"host":"inner.example","x-forwarded-host":"evil.example"},\
                "requestContext":{"http":{"method":"GET"}}}""");
        assertThat(HttpEvent.read(event).orElseThrow().url()).isEqualTo("https://inner.example/x");
    }

    @Test
    void has_all_values_of_a_parameter_and_the_stage_in_the_address_but_not_in_the_path() throws IOException {
        var event = Json.read("""
                {"httpMethod":"POST","path":"/webhooks/twilio","headers":null,\
                "multiValueHeaders":{"Host":["h.example"],"X-Twice":["one","two"]},\
                "queryStringParameters":{"a":"2","b":"3"},"multiValueQueryStringParameters":{"a":["1","2"],"b":["3"]},\
                "requestContext":{"path":"/prod/webhooks/twilio","stage":"prod"},"body":null}""");
        var request = HttpEvent.read(event).orElseThrow();
        assertThat(request.url()).isEqualTo("https://h.example/prod/webhooks/twilio?a=1&a=2&b=3");
        assertThat(request.path()).isEqualTo("/webhooks/twilio");
        assertThat(request.query("a")).contains("1");
        assertThat(request.header("x-twice")).contains("two");
        assertThat(request.body()).isEmpty();
    }

    @Test
    void has_the_stage_in_the_address_but_not_in_the_path_in_the_newer_format_too() throws IOException {
        var event = Json.read("""
                {"rawPath":"/prod/webhooks/twilio","rawQueryString":"a=1","headers":{"host":"h.example"},\
                "requestContext":{"stage":"prod","http":{"method":"POST"}}}""");
        var request = HttpEvent.read(event).orElseThrow();
        assertThat(request.url()).isEqualTo("https://h.example/prod/webhooks/twilio?a=1");
        assertThat(request.path()).isEqualTo("/webhooks/twilio");
    }
}
