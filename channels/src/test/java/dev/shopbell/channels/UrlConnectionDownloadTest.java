package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.shopbell.channels.Download.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@NullUnmarked // the server is there before each test
class UrlConnectionDownloadTest {

    private static final int MOST = 1000;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** @param announced the Content-Length; 0 for chunks */
    private Answer get(int status, int bytes, long announced, Map<String, String> headers) {
        return get(new UrlConnectionDownload(), MOST, status, bytes, announced, headers);
    }

    private Answer get(
            Download download, int most, int status, int bytes, long announced, Map<String, String> headers) {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.sendResponseHeaders(status, announced);
            try (exchange) {
                exchange.getResponseBody().write(new byte[bytes]);
            }
        });
        return download.get(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x"), Map.of(), most);
    }

    @Test
    void hands_on_what_is_too_large_for_memory_where_there_is_a_keeper() {
        var large = Media.MOST_BYTES_IN_MEMORY + 1;
        var kept = new ArrayList<String>();
        var keeping = new UrlConnectionDownload()
                .keeping((content, length, type) ->
                        kept.add(content.transferTo(OutputStream.nullOutputStream()) + " of " + length + " " + type));

        assertThat(get(keeping, Media.MOST_BYTES, 200, large, large, Map.of("Content-Type", "application/pdf")))
                .isInstanceOf(Answer.Passed.class);
        assertThat(kept).containsExactly(large + " of " + large + " application/pdf");
    }

    @Test
    void takes_nothing_that_large_without_a_keeper_nor_what_is_not_announced() {
        var large = Media.MOST_BYTES_IN_MEMORY + 1;
        var keeping = new UrlConnectionDownload().keeping((content, length, type) -> {
            throw new AssertionError("nothing is to be kept");
        });

        assertThat(get(keeping, Media.MOST_BYTES, 200, large, 0, Map.of())).isInstanceOf(Answer.TooLarge.class);
        server.removeContext("/");
        assertThat(get(new UrlConnectionDownload(), Media.MOST_BYTES, 200, large, large, Map.of()))
                .isInstanceOf(Answer.TooLarge.class);
    }

    @Test
    void brings_the_file_and_its_type() {
        assertThat(get(200, MOST, MOST, Map.of("Content-Type", "image/png")))
                .isInstanceOfSatisfying(Answer.File.class, file -> {
                    assertThat(file.bytes()).hasSize(MOST);
                    assertThat(file.type()).isEqualTo("image/png");
                });
    }

    @Test
    void does_not_begin_with_what_is_announced_as_too_large() {
        assertThat(get(200, MOST + 1, MOST + 1, Map.of())).isInstanceOf(Answer.TooLarge.class);
    }

    @Test
    void stops_where_too_much_comes_unannounced() {
        assertThat(get(200, MOST + 1, 0, Map.of())).isInstanceOf(Answer.TooLarge.class);
    }

    @Test
    void follows_no_redirect() {
        assertThat(get(302, 0, -1, Map.of("Location", "/other?a=b")))
                .isEqualTo(new Answer.Elsewhere(URI.create("/other?a=b")));
        assertThat(requests).hasValue(1);
    }

    @Test
    void tells_a_refusal() {
        assertThat(get(404, 3, 3, Map.of()))
                .isInstanceOfSatisfying(Answer.Denied.class, denied -> assertThat(denied.status())
                        .isEqualTo(404));
    }

    @Test
    void tells_that_nobody_answers_without_quoting_the_address() {
        var port = server.getAddress().getPort();
        server.stop(0);
        assertThat(new UrlConnectionDownload()
                        .get(URI.create("http://127.0.0.1:" + port + "/bot-secret"), Map.of(), MOST))
                .isInstanceOfSatisfying(
                        Answer.NoAnswer.class, none -> assertThat(none.reason()).doesNotContain("secret"));
    }
}
