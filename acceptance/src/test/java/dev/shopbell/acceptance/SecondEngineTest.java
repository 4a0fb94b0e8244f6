package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shopbell.running.Bot;
import dev.shopbell.running.LocalShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Half of the conversations are understood by Amazon Lex, which a stub plays, and it sees the others in the shadow. It agrees at
 * first; then it understands nobody, and is left out.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondEngineTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ENGINE = "lex:" + LexStub.BOT + "/" + LexStub.ALIAS;
    private static final String WORDS = "What are your prices?";

    /** Some on either side: whose is whose is fixed by their numbers. */
    private static final int FIRST = 16;

    /** Of these numbers 105 are the second engine's and 115 ours; it takes a hundred on either side. */
    private static final int PEOPLE = 220;

    @SuppressWarnings("NullAway.Init")
    private static OutsideProvider provider;

    @SuppressWarnings("NullAway.Init")
    private static LexStub lex;

    @SuppressWarnings("NullAway.Init")
    private static RunningShop shop;

    @BeforeAll
    static void open() throws Exception {
        provider = new OutsideProvider();
        lex = new LexStub();
        shop = RunningShop.startAt(
                LocalShop.freePort(),
                provider,
                Map.of(
                        "DIALOGUE_CONCURRENCY", "2", // a crowd of environments would time itself out on a small machine
                        "SECOND_ENGINE", "lex",
                        "SECOND_ENGINE_SHADOW", "true",
                        "SECOND_ENGINE_SHARE", "50",
                        "SECOND_ENGINE_MILLIS", "5000",
                        "LEX_BOT_ID", LexStub.BOT,
                        "LEX_BOT_ALIAS_ID", LexStub.ALIAS,
                        "LEX_API_URL", lex.url().toString()));
    }

    @AfterAll
    static void close() {
        shop.close();
        lex.close();
        provider.close();
    }

    @Test
    void is_counted_beside_our_own_and_left_out_where_it_does_worse_until_it_is_tried_again() throws Exception {
        for (int person = 0; person < FIRST; person++) {
            shop.deliver("sms", number(person), "SMa" + person, WORDS);
        }
        Await.until("all are answered", PATIENCE, () -> provider.sent().size() >= FIRST);
        assertThat(provider.sent()).allMatch(sent -> sent.text().contains("€"));
        Await.until(
                "it agreed in the shadow",
                PATIENCE,
                () -> part("shadow").path("same").asInt() > 0);
        assertThat(lex.texts()).containsOnly(WORDS);

        lex.understands("FallbackIntent");
        sayAll(FIRST, PEOPLE);
        Await.until("its trial is ended", PATIENCE, () -> trial().has("halted"), () -> stats().toString());
        assertThat(trial().path("bad").asInt())
                .isGreaterThan(trial().path("turns").asInt() / 2);
        assertThat(trial().path("ownBad").asInt()).isZero();
        assertThat(part("control").path("asked").asInt()).isGreaterThanOrEqualTo(100);
        assertThat(printed()).contains(ENGINE, "our own engine answers everybody", "--resume " + ENGINE);

        var refused = provider.sent().stream()
                .filter(sent -> !sent.text().contains("€"))
                .findFirst()
                .orElseThrow()
                .to();
        shop.kill("DialogueFunction"); // whoever starts now reads how the trial stands
        shop.deliver("sms", refused, "SMafter", WORDS);
        Await.until(
                "our own engine answers",
                PATIENCE,
                () -> provider.textsTo(refused).size() > 1);
        assertThat(provider.textsTo(refused).getLast()).contains("€");

        assertThat(Bot.run("stats", "--resume", ENGINE, "--port", port()).output())
                .contains("is tried again");
        assertThat(trial().has("halted")).isFalse();
        assertThat(Bot.run("stats", "--resume", ENGINE, "--port", port()).output())
                .contains("409");
    }

    private static void sayAll(int from, int to) throws Exception {
        try (var people = Executors.newFixedThreadPool(2)) {
            var talks = new ArrayList<Callable<Boolean>>();
            for (int person = from; person < to; person++) {
                var who = person;
                talks.add(() -> {
                    shop.deliver("sms", number(who), "SMb" + who, WORDS);
                    return true;
                });
            }
            for (var talk : people.invokeAll(talks)) {
                assertThat(talk.get()).isTrue();
            }
        }
    }

    private static String number(int person) {
        return "+34600" + (870_000 + person);
    }

    private static String port() {
        return Integer.toString(shop.url().getPort());
    }

    private static String printed() {
        return Bot.run("stats", "--port", port()).output();
    }

    private static JsonNode stats() {
        return shop.get("/desk/api/stats", "Authorization", "Bearer " + shop.agentToken());
    }

    private static JsonNode part(String part) {
        for (var row : stats().path("secondEngine")) {
            if (row.path("part").asText().equals(part)) {
                assertThat(row.path("engine").asText()).isEqualTo(ENGINE);
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode trial() {
        return stats().path("trials").path(0);
    }
}
