package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WakingTest {

    private final ConcurrentLinkedQueue<String> woken = new ConcurrentLinkedQueue<>();

    @Test
    void reaches_every_function_once_in_an_environments_life() {
        var waking = new WakeFunctions(List.of("dialogue", "nlu"), woken::add);
        waking.once().run();
        waking.once().run();
        assertThat(woken).containsExactlyInAnyOrder("dialogue", "nlu");
    }

    @Test
    void is_waited_for_by_whoever_comes_while_it_is_under_way() {
        var begun = new CountDownLatch(1);
        var waking = new WakeFunctions(List.of("nlu"), function -> {
            await(begun);
            woken.add(function);
        });
        var unused = waking.once(); // when the environment started
        var first = waking.once(); // when the first event came
        begun.countDown();
        first.run();
        assertThat(woken).containsExactly("nlu");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void does_no_harm_when_it_fails() {
        var waking = new WakeFunctions(List.of("dialogue", "nlu"), function -> {
            woken.add(function);
            throw new IllegalStateException("asleep");
        });
        assertThatCode(() -> waking.once().run()).doesNotThrowAnyException();
        assertThat(woken).hasSize(2);
    }

    @Test
    void is_rehearsed_without_anything_leaving_the_machine() {
        assertThatCode(WebhookRehearsal::run).doesNotThrowAnyException();
    }
}
