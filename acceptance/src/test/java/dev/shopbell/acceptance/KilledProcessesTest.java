package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * 500 messages over 50 conversations, while processes of every function are killed in the middle of their work: each is
 * answered, none twice, and in its order.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledProcessesTest {

    private static final int CONVERSATIONS = 50;
    private static final int MESSAGES = 10;
    private static final int KILLS = 12;

    /** What is asked in turn, and a word that only its answer has. */
    private static final List<String[]> QUESTIONS = List.of(
            new String[] {"What are your prices?", "1.60"},
            new String[] {"Do you deliver?", "8 km"},
            new String[] {"Where is order 1042?", "out for delivery"},
            new String[] {"When are you open on Sunday?", "7:00"},
            new String[] {"Is order 1043 ready?", "in the oven"});

    @Test
    void every_message_is_answered_once_and_in_order() throws Exception {
        try (var provider = new OutsideProvider();
                var shop = RunningShop.start(provider)) {
            provider.afterwards(sent -> Thread.ofVirtual().start(() -> sayDelivered(shop, sent)));
            var killing = new AtomicBoolean(true);
            var killer = Thread.ofVirtual().start(() -> killAtRandom(shop, killing));

            deliverAll(shop);
            Await.until(
                    "all are answered",
                    Duration.ofMinutes(6),
                    () -> provider.sent().size() >= CONVERSATIONS * MESSAGES,
                    () -> provider.sent().size() + " replies, " + shop.queue("inbound"));
            killing.set(false);
            killer.join();
            Await.until("the mailbox is empty", Duration.ofMinutes(3), () -> !shop.queueHolds());

            var wrong = IntStream.range(0, CONVERSATIONS)
                    .mapToObj(c -> wrong(provider, c))
                    .filter(w -> !w.isEmpty())
                    .toList();
            assertThat(wrong).isEmpty();
            assertThat(shop.queue("inbound.fifo").path("dead").asInt()).isZero();
        }
    }

    private static void sayDelivered(RunningShop shop, OutsideProvider.Sent sent) {
        // The platform repeats its callbacks until they are taken: the webhook may just have been killed.
        Await.until(
                "a status is taken",
                Duration.ofMinutes(1),
                () -> shop.deliveries().sayDelivered(sent) == 200);
    }

    private static void deliverAll(RunningShop shop) throws Exception {
        try (var providers = Executors.newVirtualThreadPerTaskExecutor()) {
            var streams = new ArrayList<Callable<Boolean>>();
            for (int c = 0; c < CONVERSATIONS; c++) {
                var conversation = c;
                streams.add(() -> {
                    for (int m = 0; m < MESSAGES; m++) {
                        deliver(shop, conversation, m);
                    }
                    return true;
                });
            }
            for (var stream : providers.invokeAll(streams)) {
                assertThat(stream.get()).isTrue();
            }
        }
    }

    private static void deliver(RunningShop shop, int conversation, int message) {
        var channel = channel(conversation);
        var text = QUESTIONS.get(message % QUESTIONS.size())[0];
        Await.until(
                "a delivery is accepted",
                Duration.ofMinutes(1),
                () -> shop.deliveries().say(channel, person(conversation), channel + conversation + "-" + message, text)
                        == 200);
    }

    private static void killAtRandom(RunningShop shop, AtomicBoolean going) {
        var random = new Random(20261122);
        var functions = List.of(
                "DialogueFunction",
                "NluFunction",
                "WebhookFunction",
                "DialogueFunction",
                "HandoverFunction",
                "AnalyticsFunction");
        for (int kill = 0; kill < KILLS && going.get(); kill++) {
            var function = functions.get(kill % functions.size());
            try {
                Await.until(
                        function + " runs",
                        Duration.ofSeconds(20),
                        () -> !shop.environments(function).isEmpty() || !going.get());
            } catch (AssertionError notRunning) {
                continue; // an idle function has no process to kill
            }
            var pids = new ArrayList<>(shop.environments(function));
            if (!pids.isEmpty()) {
                var pid = pids.get(random.nextInt(pids.size()));
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                Await.until("it is gone", Duration.ofSeconds(10), () -> ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
            }
        }
    }

    private static String wrong(OutsideProvider provider, int conversation) {
        var texts = provider.textsTo(person(conversation));
        if (texts.size() != MESSAGES) {
            return person(conversation) + " got " + texts.size() + " replies: "
                    + provider.sentTo(person(conversation)).stream()
                            .map(OutsideProvider.Sent::tag)
                            .toList();
        }
        for (int m = 0; m < MESSAGES; m++) {
            if (!texts.get(m).contains(QUESTIONS.get(m % QUESTIONS.size())[1])) {
                return person(conversation) + " got as reply " + m + ": " + texts.get(m);
            }
        }
        return "";
    }

    private static String channel(int conversation) {
        return List.of("messenger", "whatsapp", "sms").get(conversation % 3);
    }

    private static String person(int conversation) {
        return (channel(conversation).equals("sms") ? "+346111222" : "346111222") + (10 + conversation);
    }
}
