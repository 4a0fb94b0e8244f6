package dev.shopbell.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.local.template.Stack;
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
class TokensTest {
    private static final String ISSUER = "http://127.0.0.1:8080/_identity/AgentPool";
    private static final Stack.JwtAuthorizer AGENTS = new Stack.JwtAuthorizer(ISSUER, List.of("desk"));

    private final Path directory;

    TokensTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void let_an_agent_in_for_twelve_hours() throws Exception {
        Tokens tokens = Tokens.open(Optional.empty(), clock);
        String token = tokens.issue(ISSUER, "desk", "ana@example.com");
        assertThat(tokens.claims("Bearer " + token, AGENTS)).hasValueSatisfying(claims -> {
            assertThat(claims.path("email").asText()).isEqualTo("ana@example.com");
            assertThat(claims.path("token_use").asText()).isEqualTo("id");
        });

        now = now.plus(Duration.ofHours(12));
        assertThat(tokens.claims("Bearer " + token, AGENTS)).isEmpty();
    }

    @Test
    void refuse_what_is_for_others_from_others_or_nothing_at_all() throws Exception {
        Tokens tokens = Tokens.open(Optional.empty(), clock);
        Tokens others = Tokens.open(Optional.empty(), clock);
        String token = tokens.issue(ISSUER, "desk", "ana@example.com");
        assertThat(tokens.claims(tokens.issue(ISSUER, "shop", "ana@example.com"), AGENTS))
                .isEmpty();
        assertThat(tokens.claims(tokens.issue("http://elsewhere", "desk", "ana@example.com"), AGENTS))
                .isEmpty();
        assertThat(others.claims(token, AGENTS)).isEmpty();
        assertThat(tokens.claims("", AGENTS)).isEmpty();
        assertThat(tokens.claims("Bearer x.y.z", AGENTS)).isEmpty();
        assertThat(tokens.claims(token.substring(0, token.lastIndexOf('.') + 1), AGENTS))
                .isEmpty();
    }

    @Test
    void outlive_a_restart_where_the_key_is_kept() throws Exception {
        Path file = directory.resolve("key.json");
        String token = Tokens.open(Optional.of(file), clock).issue(ISSUER, "desk", "ana@example.com");
        assertThat(Tokens.open(Optional.of(file), clock).claims(token, AGENTS)).isPresent();
    }
}
