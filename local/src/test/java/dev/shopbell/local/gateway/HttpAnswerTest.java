package dev.shopbell.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpAnswerTest {
    @Test
    void takes_status_headers_and_body() {
        HttpAnswer answer =
                of("{\"statusCode\":201,\"headers\":{\"X-A\":\"b\"},\"cookies\":[\"c=d\"],\"body\":\"hi\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("x-a", "b");
        assertThat(answer.cookies()).containsExactly("c=d");
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("hi");
    }

    @Test
    void decodes_base64() {
        assertThat(of("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"/w==\"}")
                        .body())
                .containsExactly(0xff);
    }

    @Test
    void takes_anything_without_a_status_for_the_body() {
        HttpAnswer answer = of("{\"ok\":true}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{\"ok\":true}");
    }

    @Test
    void refuses_what_is_no_answer() {
        assertThat(HttpAnswer.of("not json".getBytes(UTF_8))).isEmpty();
        assertThat(HttpAnswer.of("{\"statusCode\":\"many\"}".getBytes(UTF_8))).isEmpty();
    }

    private static HttpAnswer of(String returned) {
        return HttpAnswer.of(returned.getBytes(UTF_8)).orElseThrow();
    }
}
