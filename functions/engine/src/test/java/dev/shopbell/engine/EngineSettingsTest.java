package dev.shopbell.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Settings that do not say enough are refused with the mend. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineSettingsTest {

    private final Map<String, String> settings = new HashMap<>(Map.of("SECOND_ENGINE_MILLIS", "1500"));

    private OtherEngine engine() {
        return new EngineSettings(name -> settings.getOrDefault(name, "")).engine(RecordedService.BAKERY);
    }

    @Test
    void lex_needs_its_bot_its_alias_and_locales() {
        settings.put("SECOND_ENGINE", "lex");
        assertThatThrownBy(this::engine).hasMessageContaining("needs LexBotId").hasMessageContaining("ABCDEFGHIJ");
        settings.put("LEX_BOT_ID", "ABCDEFGHIJ");
        assertThatThrownBy(this::engine).hasMessageContaining("needs LexBotAliasId");
        settings.put("LEX_BOT_ALIAS_ID", "TSTALIASID");
        settings.put("LEX_LOCALES", "english");
        assertThatThrownBy(this::engine).hasMessageContaining("LexLocales has \"english\"");

        settings.put("LEX_LOCALES", "en=en_GB, es=es_419");
        assertThat(engine()).isInstanceOf(LexEngine.class);
    }

    @Test
    void bedrock_needs_a_model() {
        settings.put("SECOND_ENGINE", "bedrock");
        assertThatThrownBy(this::engine).hasMessageContaining("needs BedrockModelId");

        settings.put("BEDROCK_MODEL_ID", "amazon.nova-micro-v1:0");
        assertThat(engine()).isInstanceOf(BedrockEngine.class);
    }

    @Test
    void another_engine_is_not_known() {
        settings.put("SECOND_ENGINE", "watson");

        assertThatThrownBy(this::engine).hasMessageContaining("\"watson\"").hasMessageContaining("lex or bedrock");
    }
}
