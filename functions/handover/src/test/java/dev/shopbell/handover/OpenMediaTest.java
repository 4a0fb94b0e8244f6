package dev.shopbell.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An agent opens a file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenMediaTest implements OpenMedia.Files, OpenMedia.Store {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final ConversationId ANA = ConversationId.parse("whatsapp:106:34600111222");
    private static final MediaLink.Which FILE = new MediaLink.Which(ANA, 7, 0);

    private final MediaLink links = new MediaLink(name -> Optional.of("dummy-web-secret"));
    private final OpenMedia media = new OpenMedia(links, this, this, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Map<String, byte[]> bucket = new HashMap<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> fetched = new ArrayList<>();
    private Optional<Attachment> attachment = Optional.of(new Attachment("image", "", "image/png", "4711"));
    private Media answer = new Media.Found(PNG, "image/png");

    @Override
    public Optional<Attachment> find(MediaLink.Which file) {
        return attachment;
    }

    @Override
    public Media fetch(MediaLink.Which file, Attachment wanted, Download.Keeper large) {
        fetched.add(wanted.source());
        if (answer instanceof Media.Passed) {
            try {
                large.keep(new ByteArrayInputStream(PNG), PNG.length, "image/png");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return answer;
    }

    @Override
    public Optional<FileType> look(String key) {
        return Optional.ofNullable(bucket.get(key)).map(bytes -> FileType.of(bytes, ""));
    }

    @Override
    public void put(String key, String type, byte[] bytes) {
        bucket.put(key, bytes);
        types.add(type);
    }

    @Override
    public void put(String key, String type, InputStream content, long length) {
        try {
            put(key, type + " in passing", content.readNBytes((int) length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI address(String key, FileType type, String disposition, Duration life) {
        return URI.create("https://bucket.example/" + key + "?" + type.contentType() + "&"
                + URLEncoder.encode(disposition, StandardCharsets.UTF_8) + "&" + life);
    }

    private JsonNode open() {
        return open(links.to(FILE, NOW, MediaLink.FOR_AGENTS).orElseThrow());
    }

    private JsonNode open(String href) {
        return media.open(href.substring(MediaLink.PATH.length()));
    }

    private static int status(JsonNode answer) {
        return answer.path("statusCode").asInt();
    }

    private static String location(JsonNode answer) {
        return answer.path("headers").path("location").asText();
    }

    @Test
    void is_sent_to_the_bucket_and_the_platform_is_asked_once() {
        var first = open();
        var second = open();

        assertThat(status(first)).isEqualTo(302);
        assertThat(location(first))
                .matches("https://bucket\\.example/fetched/[0-9a-f]{32}/7-0\\?image/png&inline%3B.*image\\.png.*&PT1M");
        assertThat(second).isEqualTo(first);
        assertThat(fetched).containsExactly("4711");
    }

    @Test
    void a_file_that_is_too_large_for_memory_is_put_into_the_bucket_as_it_comes() {
        answer = new Media.Passed();

        assertThat(location(open())).contains("?image/png&inline").isEqualTo(location(open()));
        assertThat(types).containsExactly("image/png in passing");
        assertThat(fetched).hasSize(1);
    }

    @Test
    void follows_a_recorded_link() throws IOException {
        var event = Json.read(Files.readString(Path.of("../../events/handover/open-media.json")));
        assertThat(status(open(event.path("rawPath").asText()))).isEqualTo(302);
    }

    @Test
    void with_a_wrong_or_an_old_link_is_refused_before_anything_is_looked_up() {
        attachment = Optional.empty();
        var yesterday = links.to(FILE, NOW.minus(Duration.ofDays(1)), MediaLink.FOR_AGENTS)
                .orElseThrow();

        assertThat(status(open(yesterday))).isEqualTo(403);
        assertThat(status(open("/media/x.y"))).isEqualTo(403);
        assertThat(status(open())).isEqualTo(404);
        assertThat(fetched).isEmpty();
    }

    @Test
    void gets_nothing_that_runs() {
        answer = new Media.Found("<script>".getBytes(StandardCharsets.UTF_8), "text/html");

        var sentOn = open();

        assertThat(location(sentOn)).contains("?application/octet-stream&attachment%3B");
        assertThat(sentOn.path("headers").path("content-security-policy").asText())
                .startsWith("sandbox");
        assertThat(sentOn.path("headers").path("x-content-type-options").asText())
                .isEqualTo("nosniff");
    }

    @Test
    void opens_what_a_visitor_uploaded_where_it_lies() {
        bucket.put("web/abc/1", PNG);
        answer = new Media.Kept("web/abc/1");

        assertThat(location(open())).startsWith("https://bucket.example/web/abc/1?image/png");
        assertThat(bucket).hasSize(1);
    }

    @Test
    void hears_that_an_upload_never_arrived() {
        answer = new Media.Kept("web/abc/2");
        assertThat(status(open())).isEqualTo(410);
    }

    @Test
    void hears_in_words_what_is_the_matter() {
        var outcomes = Map.of(
                410, new Media.Gone("kept for 7 days"),
                413, new Media.TooLarge(5 * 1024 * 1024),
                502, new Media.Refused("WHATSAPP_TOKEN is not set."),
                503, new Media.NotNow("The platform answers 500"));
        outcomes.forEach((status, outcome) -> {
            answer = outcome;
            var said = open();
            assertThat(status(said)).isEqualTo(status);
            assertThat(said.path("body").asText()).contains("message");
        });
        assertThat(bucket).isEmpty();
    }

    @Test
    void saves_it_under_the_name_that_the_customer_gave_it() {
        attachment = Optional.of(new Attachment("document", "Tarta \"única\".pdf\r\nX: y", "application/pdf", "1"));
        answer = new Media.Found("%PDF-1.4".getBytes(StandardCharsets.UTF_8), "application/pdf");

        var location = URLDecoder.decode(location(open()), StandardCharsets.UTF_8);

        assertThat(location)
                .contains("filename=\"Tarta __nica_.pdf__X_ y\"")
                .contains("filename*=UTF-8''Tarta%20%22%C3%BAnica%22.pdf%0D%0AX%3A%20y");
    }
}
