package dev.shopbell.nlu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.conversation.Utterance;
import dev.shopbell.nlu.TinyShop;
import dev.shopbell.nlu.TrainedUnderstander;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelFileTest {
    private static final byte[] BYTES = ModelFile.bytes(TinyShop.model());
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void is_the_same_byte_for_byte_when_the_same_examples_are_learned_again() {
        assertThat(ModelFile.bytes(TinyShop.learn())).isEqualTo(BYTES);
    }

    @Test
    void understands_after_reading_as_it_did_before_writing() throws IOException {
        var read = ModelFile.read(BYTES, "memory");
        assertThat(ModelFile.bytes(read)).isEqualTo(BYTES);

        var before = new TrainedUnderstander(TinyShop.model(), CLOCK);
        var after = new TrainedUnderstander(read, CLOCK);
        for (var text : new String[] {"where is my order 1042", "cuánto valen las rosas", "blah", "tomorrow at 5pm"}) {
            assertThat(after.understand(Utterance.of(text))).isEqualTo(before.understand(Utterance.of(text)));
        }
    }

    @Test
    void says_what_to_do_when_it_is_not_there(@TempDir Path folder) {
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("nlu.model")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no model at")
                .hasMessageContaining("./bot package");
    }

    @Test
    void is_refused_when_damaged_truncated_newer_or_something_else(@TempDir Path folder) throws IOException {
        var damaged = BYTES.clone();
        damaged[damaged.length / 2] ^= 1;
        assertThatThrownBy(() -> ModelFile.read(damaged, "m")).hasMessageContaining("damaged");
        var cut = java.util.Arrays.copyOf(BYTES, BYTES.length / 2);
        assertThatThrownBy(() -> ModelFile.read(cut, "m")).hasMessageContaining("damaged");
        var newer = BYTES.clone();
        newer[7] = 99;
        assertThatThrownBy(() -> ModelFile.read(newer, "m")).hasMessageContaining("version 99");
        var other = Files.writeString(folder.resolve("text"), "certainly not a model");
        assertThatThrownBy(() -> ModelFile.read(other)).hasMessageContaining("no model");
    }
}
