package dev.shopbell.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.wire.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpEventTest {
    @Test
    void joins_what_came_more_than_once() {
        JsonNode event = event("a=1&b=x%20y&a=2", Map.of("accept", List.of("text/html", "*/*")), new byte[0]);
        assertThat(event.path("queryStringParameters").path("a").asText()).isEqualTo("1,2");
        assertThat(event.path("queryStringParameters").path("b").asText()).isEqualTo("x y");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&b=x%20y&a=2");
        assertThat(event.path("headers").path("accept").asText()).isEqualTo("text/html,*/*");
        assertThat(event.has("body")).isFalse();
    }

    @Test
    void sets_cookies_apart() {
        JsonNode event = event("", Map.of("cookie", List.of("a=b; c=d")), new byte[0]);
        assertThat(event.path("cookies")).extracting(JsonNode::asText).containsExactly("a=b", "c=d");
        assertThat(event.path("headers").has("cookie")).isFalse();
    }

    @Test
    void passes_text_as_text() {
        JsonNode event = event(
                "", Map.of("content-type", List.of("application/json; charset=utf-8")), "{\"ñ\":1}".getBytes(UTF_8));
        assertThat(event.path("body").asText()).isEqualTo("{\"ñ\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void keeps_every_byte_of_what_is_not_utf_8() {
        byte[] bytes = {'{', (byte) 0xff, (byte) 0xfe, '}'};
        JsonNode event = event("", Map.of("content-type", List.of("application/json")), bytes);
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(bytes);
    }

    @Test
    void passes_forms_in_base64() {
        JsonNode event = event(
                "", Map.of("content-type", List.of("application/x-www-form-urlencoded")), "Body=hi".getBytes(UTF_8));
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void tells_of_the_request_as_the_gateway_does() {
        JsonNode context =
                event("", Map.of("user-agent", List.of("test")), new byte[0]).path("requestContext");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(1_700_000_000_000L);
        assertThat(context.path("time").asText()).isEqualTo("14/Nov/2023:22:13:20 +0000");
        assertThat(context.path("http").path("userAgent").asText()).isEqualTo("test");
        assertThat(context.path("authorizer")
                        .path("jwt")
                        .path("claims")
                        .path("exp")
                        .asText())
                .isEqualTo("17");
    }

    private static JsonNode event(String query, Map<String, List<String>> headers, byte[] body) {
        var request = new HttpEvent.Request("POST", "/x", query, "HTTP/1.1", "localhost", "127.0.0.1", headers, body);
        var match = new Routes.Match(new Routes.Route("POST", "/x", "F", Optional.empty()), Map.of());
        Optional<JsonNode> claims = Optional.of(Json.parse("{\"exp\":17}"));
        return HttpEvent.of(request, match, "HttpApi", claims, Instant.ofEpochSecond(1_700_000_000));
    }
}
