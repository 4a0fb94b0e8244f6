package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.shopbell.channels.SignedText;
import dev.shopbell.running.LocalShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** From a picture on WhatsApp to the agent who looks at it, with a Graph API of our own and a host that is none of Meta's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@NullUnmarked // the servers are there from before the first test to after the last
class CustomersFilesTest {

    private static final Path CAKE = Path.of("..", "events", "cake.png");
    private static final int LARGE = 40 * 1024 * 1024;
    private static final String SECRET = "web-secret-of-the-test";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> askedOfMeta = new CopyOnWriteArrayList<>();
    private final List<String> askedOfStranger = new CopyOnWriteArrayList<>();
    private OutsideProvider provider;
    private HttpServer graph;
    private HttpServer stranger;
    private RunningShop shop;

    @BeforeAll
    void start() throws IOException {
        provider = new OutsideProvider();
        graph = server(this::answerAsMeta);
        stranger = server(exchange -> {
            askedOfStranger.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().get("Authorization"));
            answer(exchange, 200, "text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        });
        shop = RunningShop.startAt(LocalShop.freePort(), provider, Map.of("GRAPH_API_URL", at(graph)));
    }

    @AfterAll
    void stop() {
        if (shop != null) {
            shop.close();
        }
        graph.stop(0);
        stranger.stop(0);
        provider.close();
    }

    private static HttpServer server(HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static String at(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Takes messages, and has the files 4710 and 4711 (pictures), 4712 (elsewhere) and 4713 (a page that calls itself a picture). */
    private void answerAsMeta(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (exchange.getRequestMethod().equals("GET")) {
            askedOfMeta.add(path + " " + bearer);
        }
        exchange.getRequestBody().readAllBytes();
        var last = path.substring(path.lastIndexOf('/') + 1);
        switch (last) {
            case "4710", "4711" ->
                json(
                        exchange,
                        200,
                        "{\"url\":\"" + at(graph) + "/bytes/" + last + "/picture\",\"mime_type\":\"image/png\"}");
            case "4712" -> json(exchange, 200, "{\"url\":\"" + at(stranger) + "/take-the-token\"}");
            case "4713" ->
                json(exchange, 200, "{\"url\":\"" + at(graph) + "/bytes/page\",\"mime_type\":\"image/png\"}");
            case "4714" ->
                json(
                        exchange,
                        200,
                        "{\"url\":\"" + at(graph) + "/bytes/large\",\"mime_type\":\"application/pdf\",\"file_size\":"
                                + LARGE + "}");
            case "4715" ->
                json(
                        exchange,
                        200,
                        "{\"url\":\"" + at(graph) + "/bytes/cut\",\"mime_type\":\"application/pdf\",\"file_size\":"
                                + LARGE + "}");
            case "large" -> pour(exchange, LARGE);
            case "cut" -> pour(exchange, LARGE / 2);
            case "picture" -> answer(exchange, 200, "image/png", Files.readAllBytes(CAKE));
            case "page" -> answer(exchange, 200, "image/png", "<html>".getBytes(StandardCharsets.UTF_8));
            case "messages" -> json(exchange, 200, "{\"messages\":[{\"id\":\"wamid.ours\"}]}");
            default -> json(exchange, 400, "{\"error\":{\"code\":100,\"message\":\"Object does not exist\"}}");
        }
    }

    /** Says that a large file comes, and sends so much of it. */
    private static void pour(HttpExchange exchange, int bytes) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/pdf");
        exchange.sendResponseHeaders(200, LARGE);
        try (exchange) {
            var chunk = new byte[1024 * 1024];
            System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, chunk, 0, 8);
            for (var sent = 0; sent < bytes; sent += chunk.length) {
                exchange.getResponseBody().write(chunk);
            }
        }
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void send(String from, String media) {
        send(from, media, "image", "image/png");
    }

    private void send(String from, String media, String kind, String type) {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
                "messaging_product":"whatsapp","metadata":{"phone_number_id":"%s"},\
                "contacts":[{"profile":{"name":"Ana"},"wa_id":"%s"}],"messages":[{"from":"%s","id":"wamid.%s",\
                "timestamp":"1764000000","type":"%s","%s":{"id":"%s","mime_type":"%s",\
                "caption":"Like this"}}]}}]}]}""".formatted(Deliveries.PHONE_ID, from, from, media + from, kind, kind, media, type);
        assertThat(shop.deliveries().meta("/webhooks/whatsapp", body)).isEqualTo(200);
        shop.deliver("whatsapp", from, "wamid.person" + from, "I want to talk to a person");
    }

    /** What the desk shows of the file, once there is a ticket. */
    private JsonNode attachment(String from) {
        var token = "Bearer " + shop.agentToken();
        var found = new JsonNode[1];
        Await.until("a ticket of " + from, Duration.ofMinutes(1), () -> {
            for (var ticket :
                    shop.get("/desk/api/tickets", "Authorization", token).path("tickets")) {
                if (ticket.path("conversationId").asText().endsWith(from)) {
                    found[0] = shop.get("/desk/api/tickets/" + ticket.path("id").asText(), "Authorization", token);
                }
            }
            return found[0] != null;
        });
        var said = found[0].path("transcript").path(0);
        assertThat(said.path("text").asText()).isEqualTo("Like this");
        return said.path("attachments").path(0);
    }

    private HttpResponse<byte[]> open(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> open(String href) {
        return open(shop.url().resolve(href));
    }

    @Test
    void an_agent_opens_the_picture_by_its_link_and_the_platform_is_asked_once() throws IOException {
        send("34600800100", "4710");
        var attachment = attachment("34600800100");
        assertThat(attachment.path("kind").asText()).isEqualTo("image");
        assertThat(attachment.path("type").asText()).isEqualTo("image/png");
        assertThat(askedOfMeta).as("nothing is fetched before it is opened").noneMatch(asked -> asked.contains("4710"));
        var href = attachment.path("href").asText();

        for (var time = 0; time < 2; time++) {
            var sentOn = open(href);
            assertThat(sentOn.statusCode()).isEqualTo(302);
            var file = open(URI.create(sentOn.headers().firstValue("location").orElseThrow()));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("content-type")).contains("image/png");
            assertThat(file.body()).isEqualTo(Files.readAllBytes(CAKE));
        }

        assertThat(askedOfMeta)
                .filteredOn(asked -> asked.contains("4710"))
                .hasSize(2)
                .allMatch(asked -> asked.endsWith("Bearer whatsapp-token"));
    }

    @Test
    void a_document_that_is_too_large_for_memory_comes_through_whole() {
        send("34600800600", "4714", "document", "application/pdf");

        var sentOn = open(attachment("34600800600").path("href").asText());
        assertThat(sentOn.statusCode()).isEqualTo(302);
        var file = open(URI.create(sentOn.headers().firstValue("location").orElseThrow()));

        assertThat(file.headers().firstValue("content-type")).contains("application/pdf");
        assertThat(file.body()).hasSize(LARGE).startsWith("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_document_of_which_a_part_comes_is_not_kept_as_if_it_were_whole() {
        send("34600800700", "4715", "document", "application/pdf");
        var href = attachment("34600800700").path("href").asText();

        assertThat(open(href).statusCode()).isEqualTo(503);
        assertThat(open(href).statusCode()).isEqualTo(503);
    }

    @Test
    void a_link_that_was_changed_or_is_over_opens_nothing() {
        send("34600800200", "4711");
        var href = attachment("34600800200").path("href").asText();
        var text = "1|0|whatsapp:" + Deliveries.PHONE_ID + ":34600800200";
        var links = new SignedText(name -> Optional.of(SECRET), "media");
        var good = links.sign(text, Instant.now().plusSeconds(60)).orElseThrow();
        var over = links.sign(text, Instant.now().minusSeconds(1)).orElseThrow();
        var forSomethingElse = new SignedText(name -> Optional.of(SECRET), "upload")
                .sign(text, Instant.now().plusSeconds(60))
                .orElseThrow();

        assertThat(open("/media/" + good).statusCode()).isEqualTo(302);
        assertThat(List.of(
                        open(href.substring(0, href.length() - 2) + "xx").statusCode(),
                        open("/media/" + over).statusCode(),
                        open("/media/" + forSomethingElse).statusCode(),
                        open("/media/nonsense").statusCode()))
                .containsOnly(403);
    }

    @Test
    void a_host_that_is_not_metas_never_hears_of_us() {
        send("34600800300", "4712");

        var answer = open(attachment("34600800300").path("href").asText());

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("not the platform's own");
        assertThat(askedOfStranger).isEmpty();
    }

    @Test
    void a_page_that_calls_itself_a_picture_is_only_bytes_to_be_saved() {
        send("34600800400", "4713");

        var sentOn = open(attachment("34600800400").path("href").asText());
        var file = open(URI.create(sentOn.headers().firstValue("location").orElseThrow()));

        assertThat(sentOn.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        assertThat(file.headers().firstValue("content-type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValueSatisfying(disposition -> assertThat(disposition).startsWith("attachment;"));
    }

    @Test
    void a_file_that_the_platform_has_no_longer_says_so() {
        send("34600800500", "4719");

        var answer = open(attachment("34600800500").path("href").asText());

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("7 days");
    }
}
