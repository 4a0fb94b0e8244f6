package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** How a bucket is spoken to; that the signatures are right shows where something checks them, in {@code local}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@NullUnmarked // the server is there before each test
class BucketTest {

    private static final RequestSigner SIGNER = new RequestSigner(
            "s3",
            "eu-west-1",
            StaticCredentialsProvider.create(AwsSessionCredentials.create("AKIDUMMY", "dummy", "session/+")));

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private byte[] body = "Hello".getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + headers.getFirst("Range") + " "
                            + headers.getFirst("Content-Type") + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + " "
                            + headers.containsKey("X-Amz-Content-Sha256") + headers.containsKey("Authorization"));
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Bucket bucket() {
        return new Bucket(
                SIGNER, URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/media/"));
    }

    @Test
    void looks_at_the_beginning_only() {
        status = 206;
        assertThat(bucket().peek("web/1")).hasValueSatisfying(glimpse -> {
            assertThat(glimpse.start()).asString(StandardCharsets.UTF_8).isEqualTo("Hello");
            assertThat(glimpse.type()).isEqualTo("image/png");
        });
        assertThat(asked).containsExactly("GET /media/web/1 bytes=0-63 null  truetrue");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void takes_a_refusal_for_nothing_there(int answer) {
        status = answer;
        assertThat(bucket().peek("web/1")).isEmpty();
    }

    @Test
    void finds_an_empty_file() {
        status = 416;
        assertThat(bucket().peek("web/1"))
                .hasValueSatisfying(glimpse -> assertThat(glimpse.start()).isEmpty());
    }

    @Test
    void puts_a_file_as_what_it_was_said_to_be() {
        body = new byte[0];
        bucket().put("fetched/a/1-0", "image/jpeg", "bytes".getBytes(StandardCharsets.UTF_8));
        assertThat(asked).containsExactly("PUT /media/fetched/a/1-0 null image/jpeg bytes truetrue");
    }

    @Test
    void tries_again_later_what_was_not_taken() {
        status = 503;
        assertThatThrownBy(() -> bucket().peek("web/1")).isInstanceOf(RetryableFailure.class);
        assertThatThrownBy(() -> bucket().put("web/1", "a/b", new byte[1])).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void signs_addresses_that_say_for_how_long_and_for_what() {
        var address = new Bucket(SIGNER, URI.create("https://media.s3.eu-west-1.amazonaws.com/"));
        assertThat(address.presignPut("web/a/1", "image/png", 309, Duration.ofMinutes(15)))
                .asString()
                .startsWith("https://media.s3.eu-west-1.amazonaws.com/web/a/1?")
                .contains("X-Amz-Expires=900")
                .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost")
                .contains("X-Amz-Credential=AKIDUMMY%2F")
                .contains("%2Feu-west-1%2Fs3%2Faws4_request")
                .contains("X-Amz-Security-Token=session%2F%2B")
                .containsPattern("X-Amz-Signature=[0-9a-f]{64}");
        assertThat(address.presignGet("web/a/1", "image/png", "inline; filename=\"ä b.png\"", Duration.ofMinutes(1)))
                .asString()
                .contains("response-content-type=image%2Fpng")
                .contains("response-content-disposition=inline%3B%20filename%3D%22%C3%A4%20b.png%22")
                .contains("X-Amz-SignedHeaders=host&");
    }
}
