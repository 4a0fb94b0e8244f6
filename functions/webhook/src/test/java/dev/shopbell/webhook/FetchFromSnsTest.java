package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.shopbell.platform.RetryableFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from SNS, which is played on the loopback here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FetchFromSnsTest {

    private static final URI DOCUMENT = URI.create("https://sns.us-east-1.amazonaws.com/x.pem?a=1");

    private final HttpServer sns = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> asked = new ArrayList<>();
    private int status = 200;

    FetchFromSnsTest() throws IOException {
        sns.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            var body = "0123456789".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        sns.start();
    }

    @AfterEach
    void stop() {
        sns.stop(0);
    }

    private Optional<byte[]> get(int mostBytes) {
        var place = "http://127.0.0.1:" + sns.getAddress().getPort() + "/_sns/";
        return new FetchFromSns(name -> Optional.of(place).filter(some -> name.equals("SNS_API_URL")))
                .get(DOCUMENT, mostBytes);
    }

    @Test
    void is_the_document_at_its_own_path() {
        assertThat(get(10)).contains("0123456789".getBytes(StandardCharsets.UTF_8));
        assertThat(asked).containsExactly("/_sns/x.pem?a=1");
    }

    @Test
    void is_nothing_when_it_is_too_long() {
        assertThat(get(9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 403, 404, 410})
    void is_nothing_when_sns_has_no_such_thing_or_sends_elsewhere(int answer) {
        status = answer;
        assertThat(get(10)).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void is_to_be_asked_for_again_when_sns_is_not_well(int answer) {
        status = answer;
        assertThatThrownBy(() -> get(10)).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void is_to_be_asked_for_again_when_nobody_answers() {
        stop();
        assertThatThrownBy(() -> get(10)).isInstanceOf(RetryableFailure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.evil.example",
                "http://127.0.0.1@evil.example",
                "http://evil.example/127.0.0.1",
                "http://169.254.169.254",
                "http://10.0.0.1",
                "not an address",
                ""
            })
    void is_never_sought_where_the_setting_leads_elsewhere(String place) {
        assertThat(FetchFromSns.place(DOCUMENT, Optional.of(place))).isEqualTo(DOCUMENT);
    }
}
