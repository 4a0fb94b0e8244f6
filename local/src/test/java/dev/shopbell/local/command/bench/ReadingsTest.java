package dev.shopbell.local.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.local.command.Json;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingsTest {
    @Test
    void a_run_used_what_the_meters_gained() throws IOException {
        var before = Json.read("{\"since\":\"now\",\"sqs\":{\"Send\":{\"requests\":2}}}");
        var after = Json.read("{\"since\":\"now\",\"sqs\":{\"Send\":{\"requests\":5},\"Receive\":{\"requests\":1.5}}}");
        var used = Readings.minus(after, before);
        assertThat(used.at("/sqs/Send/requests").asDouble()).isEqualTo(3);
        assertThat(used.at("/sqs/Receive/requests").asDouble()).isEqualTo(1.5);
        assertThat(used.has("since")).isFalse();
    }
}
