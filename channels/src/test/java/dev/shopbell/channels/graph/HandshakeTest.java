package dev.shopbell.channels.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.WebhookRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meta asks whether the address is ours while the verify token is changed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HandshakeTest {

    private static Optional<String> answer(String setting, String token) {
        var query = Map.of("hub.mode", "subscribe", "hub.challenge", "42", "hub.verify_token", token);
        return new Handshake(name -> Optional.of(setting).filter(some -> name.equals("META_VERIFY_TOKEN")))
                .answer(new WebhookRequest("GET", "https://shop.example/", Map.of(), query, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "old"})
    void either_token_is_answered(String token) {
        assertThat(answer("new,old", token)).contains("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new,old", "", "ne", "other"})
    void any_other_is_not(String token) {
        assertThat(answer("new,old", token)).isEmpty();
    }

    @Test
    void without_a_setting_no_token_is_good() {
        assertThat(answer(" ", "")).isEmpty();
    }
}
