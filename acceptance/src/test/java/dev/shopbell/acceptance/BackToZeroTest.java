package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Nobody writes for a while. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackToZeroTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String PERSON = "+34600820100";

    @Test
    void all_processes_of_the_functions_end_and_the_next_message_is_answered_by_new_ones() throws Exception {
        try (var provider = new OutsideProvider();
                var shop = RunningShop.start(provider, "--idle", "2")) {
            shop.deliver("sms", PERSON, "SMzero1", "What are your prices?");
            Await.until("it is answered", SOON, () -> provider.sentTo(PERSON).size() == 1);
            var first = shop.environments("DialogueFunction");
            assertThat(first).isNotEmpty();

            Await.until(
                    "no function has a process",
                    SOON,
                    () -> shop.environments("").isEmpty(),
                    () -> shop.ps().path("functions").toString());
            Await.until("they have really ended", SOON, () -> first.stream()
                    .noneMatch(pid ->
                            ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()));

            shop.deliver("sms", PERSON, "SMzero2", "Do you deliver?");
            Await.until(
                    "it is answered again", SOON, () -> provider.sentTo(PERSON).size() == 2);
            assertThat(provider.textsTo(PERSON).get(1)).contains("8 km");
        }
    }
}
