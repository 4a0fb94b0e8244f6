package dev.shopbell.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.shopbell.nlu.model.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NluHandlerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);
    /** The handler asks nothing of it; a call would fail the test. */
    private static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            NluHandlerTest.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                throw new AssertionError("Not expected: " + method);
            });

    private static NluHandler handler;

    @BeforeAll
    static void package_a_model(@TempDir Path botHome) throws IOException {
        Files.write(botHome.resolve(ModelFile.FILE), ModelFile.bytes(TinyShop.model()));
        handler = new NluHandler(botHome, CLOCK);
    }

    private static String invoke(String request) throws IOException {
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)), out, CONTEXT);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void answers_a_wake_without_understanding_anything() throws IOException {
        assertThat(invoke("{\"wake\":true}")).isEqualTo("{\"awake\":true}");
    }

    @Test
    void rehearses_when_its_start_up_cache_is_made() throws IOException {
        assertThat(invoke("{\"rehearse\":true}")).isEqualTo("{\"awake\":true}");
    }

    @Test
    void answers_in_the_agreed_json() throws IOException {
        assertThat(invoke("""
                        {"text":"1042","locale":"en","expectedSlot":"order_number","activeFlow":"find_order","recentIntents":["order_status"]}""")).isEqualTo("""
                        {"language":"","intents":[],"outOfScope":false,"entities":[{"type":"order_number","text":"1042","value":"1042","start":0,"end":4}],"anger":0.0}""");
    }

    @Test
    void needs_the_text_only_and_skips_what_it_does_not_know() throws IOException {
        assertThat(
                        invoke(
                                "{\"new\":{\"a\":[1,{}]},\"recentIntents\":null,\"locale\":null,\"text\":\"where is my order\"}"))
                .contains("\"name\":\"order_status\"")
                .contains("\"language\":\"en\"");
    }

    @Test
    void refuses_what_is_no_request() {
        assertThatThrownBy(() -> invoke("{}")).isInstanceOf(IOException.class).hasMessageContaining("no \"text\"");
        assertThatThrownBy(() -> invoke("[]")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> invoke("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> invoke("{\"text\":")).isInstanceOf(IOException.class);
    }

    @Test
    void says_what_to_do_when_there_is_no_model(@TempDir Path empty) {
        assertThatThrownBy(() -> new NluHandler(empty, CLOCK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("./bot package");
    }
}
