package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.acceptance.OutsideProvider.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * 2,000 messages in 200 conversations over four channels on a bad day: every tenth delivery comes twice, statuses come in any
 * order, every twentieth send is refused, processes are killed, and some people want no more messages. Each message is answered
 * once and in order, and who said stop hears nothing after it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoughRoadTest {

    private static final long SEED = 20261123;
    private static final int CONVERSATIONS = 200;
    private static final int MESSAGES = 10;
    private static final int KILLS = 20;
    private static final int ANSWERS_BETWEEN_KILLS = 50;
    /** Every fifth of those who can says stop, after so many messages. */
    private static final int STOPS_AFTER = 6;

    private static final List<String> CHANNELS = List.of("messenger", "whatsapp", "sms", "web");

    /** What is asked in turn, and a word that only its answer has. */
    private static final List<String[]> QUESTIONS = List.of(
            new String[] {"What are your prices?", "1.60"},
            new String[] {"Do you deliver?", "8 km"},
            new String[] {"Where is order 1042?", "out for delivery"},
            new String[] {"When are you open on Sunday?", "7:00"},
            new String[] {"Is order 1043 ready?", "in the oven"});

    private final Map<Integer, String> visitors = new ConcurrentHashMap<>();

    @Test
    void each_message_is_answered_once_and_in_order_and_nobody_hears_anything_after_stop() throws Exception {
        try (var provider = new OutsideProvider();
                var shop = RunningShop.start(provider);
                var platforms = Executors.newVirtualThreadPerTaskExecutor()) {
            var dice = new Random(SEED);
            provider.mood(sent -> roll(dice, 5) ? (roll(dice, 50) ? Answer.TOO_MANY : Answer.BROKEN) : Answer.ACCEPT);
            provider.afterwards(sent -> platforms.execute(() -> sayStatuses(shop, sent)));
            var killing = new AtomicBoolean(true);
            var killer = Thread.ofVirtual().start(() -> killAtRandom(shop, provider, killing));

            deliverAll(shop);
            var expected = IntStream.range(0, CONVERSATIONS)
                    .filter(c -> !channel(c).equals("web"))
                    .map(RoughRoadTest::answersTo)
                    .sum();
            Await.until(
                    "all are answered",
                    Duration.ofMinutes(9),
                    () -> provider.sent().size() >= expected && !shop.queueHolds(),
                    () -> provider.sent().size() + " replies of " + expected + ", " + shop.queue("inbound"));
            killing.set(false);
            killer.join();

            assertThat(IntStream.range(0, CONVERSATIONS)
                            .mapToObj(c -> wrong(c, said(shop, provider, c)))
                            .filter(complaint -> !complaint.isEmpty()))
                    .isEmpty();
            assertThat(shop.queue("inbound.fifo").path("dead").asInt()).isZero();
        }
    }

    private static synchronized boolean roll(Random dice, int percent) {
        return dice.nextInt(100) < percent;
    }

    private static void sayStatuses(RunningShop shop, OutsideProvider.Sent sent) {
        var words =
                new ArrayList<>(sent.channel().equals("messenger") ? List.of("echo") : List.of("sent", "delivered"));
        if (sent.channel().equals("whatsapp")) {
            words.add("read");
        }
        Collections.shuffle(words, new Random(sent.id().hashCode()));
        for (var word : words) {
            // The platform repeats its callbacks until they are taken: the webhook may just have been killed.
            Await.until(
                    "a status is taken",
                    Duration.ofMinutes(2),
                    () -> shop.deliveries().sayStatus(sent, word) == 200);
        }
    }

    private void deliverAll(RunningShop shop) throws Exception {
        var atOnce = new Semaphore(40);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var streams = new ArrayList<Callable<Boolean>>();
            for (int c = 0; c < CONVERSATIONS; c++) {
                var conversation = c;
                streams.add(() -> {
                    atOnce.acquire();
                    try {
                        talk(shop, conversation);
                    } finally {
                        atOnce.release();
                    }
                    return true;
                });
            }
            for (var stream : people.invokeAll(streams)) {
                assertThat(stream.get()).isTrue();
            }
        }
    }

    private void talk(RunningShop shop, int conversation) {
        var dice = new Random(SEED + conversation);
        for (int m = 0; m < MESSAGES; m++) {
            var text =
                    stops(conversation) && m == STOPS_AFTER ? "STOP" : QUESTIONS.get(m % QUESTIONS.size())[0];
            for (var times = dice.nextInt(10) == 0 ? 2 : 1; times > 0; times--) {
                say(shop, conversation, m, text);
            }
        }
    }

    private void say(RunningShop shop, int conversation, int message, String text) {
        if (!channel(conversation).equals("web")) {
            shop.deliver(
                    channel(conversation),
                    person(conversation),
                    channel(conversation) + conversation + "-" + message,
                    text);
            return;
        }
        var token = visitors.computeIfAbsent(conversation, c -> arrive(shop));
        Await.until(
                "a visitor's message is taken",
                Duration.ofMinutes(1),
                () -> shop.statusOfPost(
                                "/web/messages",
                                "{\"id\":\"m" + message + "\",\"text\":\"" + text + "\"}",
                                "Authorization",
                                "Bearer " + token)
                        == 202);
    }

    private static String arrive(RunningShop shop) {
        var token = new String[] {""};
        Await.until("a visitor is let in", Duration.ofMinutes(1), () -> {
            token[0] = shop.post("/web/sessions", "{}").path("token").asText();
            return !token[0].isEmpty();
        });
        return token[0];
    }

    private List<String> said(RunningShop shop, OutsideProvider provider, int conversation) {
        if (!channel(conversation).equals("web")) {
            return provider.textsTo(person(conversation));
        }
        var said = new ArrayList<String>();
        Await.until("the history is shown", Duration.ofMinutes(1), () -> {
            said.clear();
            history(shop, visitors.computeIfAbsent(conversation, c -> arrive(shop)))
                    .forEach(message -> {
                        if (message.path("from").asText().equals("bot")) {
                            said.add(message.path("text").asText());
                        }
                    });
            return !said.isEmpty();
        });
        return said;
    }

    private static JsonNode history(RunningShop shop, String token) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(shop.deliveries()
                            .send(HttpRequest.newBuilder(URI.create(shop.url() + "/web/messages"))
                                    .header("Authorization", "Bearer " + token)
                                    .build())
                            .body())
                    .path("messages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void killAtRandom(RunningShop shop, OutsideProvider provider, AtomicBoolean going) {
        var dice = new Random(SEED);
        var functions =
                List.of("DialogueFunction", "WebhookFunction", "NluFunction", "DialogueFunction", "AnalyticsFunction");
        for (int kill = 0; kill < KILLS && going.get(); kill++) {
            var function = functions.get(dice.nextInt(functions.size()));
            var pids = new ArrayList<>(shop.environments(function));
            if (!pids.isEmpty()) {
                var pid = pids.get(dice.nextInt(pids.size()));
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
            // Between two kills something is answered, so that not only starts are killed.
            var answered = provider.sent().size();
            Await.until(
                    "some are answered",
                    Duration.ofMinutes(3),
                    () -> !going.get() || provider.sent().size() >= answered + ANSWERS_BETWEEN_KILLS);
        }
    }

    private static String wrong(int conversation, List<String> texts) {
        if (texts.size() != answersTo(conversation)) {
            return channel(conversation) + " " + person(conversation) + " got " + texts.size() + " replies instead of "
                    + answersTo(conversation);
        }
        for (int m = 0; m < texts.size(); m++) {
            if (!texts.get(m).contains(QUESTIONS.get(m % QUESTIONS.size())[1])) {
                return channel(conversation) + " " + person(conversation) + " got as reply " + m + ": " + texts.get(m);
            }
        }
        return "";
    }

    private static int answersTo(int conversation) {
        return stops(conversation) ? STOPS_AFTER : MESSAGES;
    }

    /** A page has no such word: there one simply leaves. */
    private static boolean stops(int conversation) {
        return conversation % 5 == 0 && !channel(conversation).equals("web");
    }

    private static String channel(int conversation) {
        return CHANNELS.get(conversation % CHANNELS.size());
    }

    /** Each a person of their own: a number that stops on one channel stops on all. */
    private static String person(int conversation) {
        return (channel(conversation).equals("sms") ? "+" : "") + (34_700_000_000L + conversation);
    }
}
