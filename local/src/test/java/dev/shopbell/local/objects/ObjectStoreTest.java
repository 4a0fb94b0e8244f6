package dev.shopbell.local.objects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shopbell.local.engine.Faults;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Loopback;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObjectStoreTest {
    private static final Stack.Bucket BUCKET =
            new Stack.Bucket("MediaBucket", "media", Optional.of(Duration.ofDays(90)), Json.parse("""
                    {"CorsRules":[{"AllowedOrigins":["*"],"AllowedMethods":["PUT"],"AllowedHeaders":["content-type"],\
                    "MaxAge":3600}]}"""));
    private static final ObjectStore.Kept CAKE = new ObjectStore.Kept(new byte[] {1, 2, 3}, "image/png");

    @Test
    void keeps_files_across_restarts_where_data_is_kept(@TempDir Path data) throws Exception {
        try (var store = ObjectStore.open(List.of(BUCKET), Optional.of(data))) {
            store.put("media", "web/../1", CAKE);
        }
        try (var store = ObjectStore.open(List.of(BUCKET), Optional.of(data))) {
            assertThat(store.get("media", "web/../1")).hasValueSatisfying(kept -> {
                assertThat(kept.bytes()).containsExactly(1, 2, 3);
                assertThat(kept.type()).isEqualTo("image/png");
            });
            assertThat(store.get("media", "web/2")).isEmpty();
        }
        try (var outside = Files.list(data)) {
            assertThat(outside).as("a key is no path").containsExactly(data.resolve("objects"));
        }
    }

    @Test
    void deletes_what_is_older_than_the_lifecycle_says() throws Exception {
        try (var store = ObjectStore.open(List.of(BUCKET), Optional.empty())) {
            store.put("media", "web/1", CAKE);
            store.sweep(Instant.now().plus(Duration.ofDays(89)));
            assertThat(store.get("media", "web/1")).isPresent();
            store.sweep(Instant.now().plus(Duration.ofDays(91)));
            assertThat(store.get("media", "web/1")).isEmpty();
        }
    }

    @Test
    void answers_nobody_without_a_signature_and_preflights_by_the_buckets_rules() throws Exception {
        try (var store = ObjectStore.open(
                        List.of(
                                BUCKET,
                                new Stack.Bucket("Other", "other", Optional.empty(), MissingNode.getInstance())),
                        Optional.empty());
                var server = new Loopback(0, 1);
                var http = HttpClient.newHttpClient()) {
            store.put("media", "web/1", CAKE);
            server.serve(new ObjectSite(store, "local", new Meters(), new Faults(), InstantSource.system()));
            assertThat(status(http, server, "GET", "/_s3/media/web/1")).isEqualTo(403);
            assertThat(status(http, server, "PUT", "/_s3/media/web/1")).isEqualTo(403);
            assertThat(status(http, server, "GET", "/_s3/nothing/web/1")).isEqualTo(404);
            assertThat(status(http, server, "OPTIONS", "/_s3/media/web/1")).isEqualTo(200);
            assertThat(status(http, server, "OPTIONS", "/_s3/other/web/1")).isEqualTo(403);
        }
    }

    private static int status(HttpClient http, Loopback server, String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (method.equals("OPTIONS")) {
            request.header("Origin", "https://shop.example")
                    .header("Access-Control-Request-Method", "PUT")
                    .header("Access-Control-Request-Headers", "content-type");
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
