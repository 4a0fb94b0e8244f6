package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {

    private final Shop shop = new Shop();

    private HttpAnswer get(String path, Map<String, String> headers) {
        return shop.edge.answer(
                new WebhookRequest("GET", "https://shop.example" + path, headers, Map.of(), new byte[0]));
    }

    @Test
    void is_served_with_its_type_and_under_a_policy() {
        var answer = get("/specimen.html", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(Base64.getDecoder().decode(answer.body()), StandardCharsets.UTF_8))
                .contains("<title>");
        assertThat(answer.headers())
                .containsEntry("content-type", "text/html; charset=utf-8")
                .containsEntry("cache-control", "no-cache")
                .hasEntrySatisfying(
                        "content-security-policy", policy -> assertThat(policy).startsWith("default-src 'self'"));
    }

    @Test
    void is_found_without_its_ending() {
        assertThat(get("/specimen", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void is_not_sent_again_to_who_has_it() {
        var tag = get("/specimen.js", Map.of()).headers().getOrDefault("etag", "");
        assertThat(get("/specimen.js", Map.of("If-None-Match", tag)).status()).isEqualTo(304);
        assertThat(get("/specimen.js", Map.of("If-None-Match", "\"other\"")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../application.properties",
                "/..%2Fapplication.properties",
                "/pages/specimen.html",
                "/.hidden.html",
                "/specimen.class",
                "/a//b.html",
                "/specimen.html/",
                "/nothing.html",
                "/C:.html"
            })
    void is_nothing_else_than_a_packed_file(String path) {
        assertThat(get(path, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void health_names_the_part_that_is_ill() {
        assertThat(get("/health", Map.of()).status()).isEqualTo(200);
        shop.mailboxRefuses = true;
        var answer = get("/health", Map.of());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("\"mailbox\":\"does not answer\"").contains("\"conversations\":\"ok\"");
    }

    @Test
    void other_verbs_are_not_known() {
        var request = new WebhookRequest("DELETE", "https://shop.example/", Map.of(), Map.of(), new byte[0]);
        assertThat(shop.edge.answer(request).status()).isEqualTo(405);
    }
}
