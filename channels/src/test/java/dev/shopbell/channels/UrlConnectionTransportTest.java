package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UrlConnectionTransportTest {

    private static final byte[] BODY = "{\"text\":\"Hello\"}".getBytes(StandardCharsets.UTF_8);

    private final UrlConnectionTransport transport =
            new UrlConnectionTransport(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    UrlConnectionTransportTest() throws IOException {
        server = new ServerSocket();
    }

    @AfterEach
    void hangUp() throws IOException {
        server.close();
    }

    /** What the other side does once it has read the request. */
    @FunctionalInterface
    private interface Behaviour {
        void then(Socket socket) throws IOException;
    }

    private void serving(Behaviour behaviour) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    var seen = new StringBuilder();
                    while (!seen.toString().endsWith(new String(BODY, StandardCharsets.UTF_8))) {
                        var c = socket.getInputStream().read();
                        if (c < 0) {
                            break;
                        }
                        seen.append((char) c);
                    }
                    if (seen.length() > 0) {
                        requests.incrementAndGet();
                        behaviour.then(socket);
                    }
                } catch (IOException closed) {
                    assertThat(closed).isNotNull();
                }
            }
        });
    }

    private Transport.Result post() {
        return post(transport);
    }

    private Transport.Result post(UrlConnectionTransport over) {
        return over.post(
                URI.create("http://127.0.0.1:" + server.getLocalPort() + "/x"),
                Map.of("Content-Type", "application/json"),
                BODY);
    }

    private static Behaviour answer(String answer) {
        return socket -> {
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        };
    }

    @Test
    void brings_the_answer() {
        serving(answer("HTTP/1.1 201 Created\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"));
        assertThat(post()).isEqualTo(new Transport.Result.Answered(201, Optional.empty(), "{}"));
    }

    @Test
    void brings_an_error_with_its_body_and_how_long_to_wait() {
        serving(answer("HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"));
        assertThat(post()).isEqualTo(new Transport.Result.Answered(429, Optional.of("7"), "no"));
    }

    @Test
    void brings_a_refused_password_as_an_answer() {
        serving(answer("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n"
                + "Connection: close\r\n\r\nno"));
        assertThat(post())
                .isInstanceOfSatisfying(Transport.Result.Answered.class, answered -> assertThat(answered.status())
                        .isEqualTo(401));
    }

    @Test
    void says_that_nothing_left_when_nobody_listens() throws IOException {
        server.close();
        assertThat(post()).isInstanceOf(Transport.Result.NotReached.class);
    }

    @Test
    void says_that_nothing_left_for_an_address_that_is_none() {
        assertThat(transport.post(URI.create("mailto:nobody"), Map.of(), BODY))
                .isInstanceOf(Transport.Result.NotReached.class);
    }

    @Test
    void does_not_know_when_the_connection_breaks_and_does_not_repeat_the_request() {
        serving(Socket::close);
        assertThat(post()).isInstanceOf(Transport.Result.NoAnswer.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void does_not_know_when_no_answer_comes_in_time() {
        var asked = new CountDownLatch(1);
        serving(socket -> {
            try {
                asked.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        var impatient = new UrlConnectionTransport(Duration.ofSeconds(20), Duration.ofMillis(300));
        assertThat(post(impatient)).isInstanceOf(Transport.Result.NoAnswer.class);
        asked.countDown();
        assertThat(requests).hasValue(1);
    }
}
