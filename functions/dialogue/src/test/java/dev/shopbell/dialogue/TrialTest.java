package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Opinion;
import dev.shopbell.platform.Opinion.Part;
import dev.shopbell.platform.Opinions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** Who is answered by a second engine, how long for, and what becomes of its failures. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrialTest {

    private static final Utterance WORDS = Utterance.of("how much?");

    private final MovingClock clock = new MovingClock();
    private final InMemoryTable table = new InMemoryTable();
    private final Functions functions = new Functions();
    private final EngineFunction engine = new EngineFunction(
            functions, "engine", "lex:B/A", Duration.ofMillis(300), new Opinions(table, "conversations"), clock);

    /** Lambda, with the one function there. */
    private static final class Functions implements LambdaClient {
        private final List<InvokeRequest> requests = new ArrayList<>();
        private final CountDownLatch never = new CountDownLatch(1);
        private String answer =
                "{\"understanding\":{\"language\":\"en\",\"intents\":[{\"name\":\"prices\",\"confidence\":0.8}]}}";
        private boolean broken;
        private boolean silent;

        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            requests.add(request);
            if (broken) {
                throw LambdaException.builder().message("503").build();
            }
            if (silent) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return InvokeResponse.builder()
                    .payload(SdkBytes.fromUtf8String(answer))
                    .build();
        }

        JsonNode payload() {
            try {
                return Json.read(requests.getLast().payload().asByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String serviceName() {
            return "lambda";
        }

        @Override
        public void close() {
            never.countDown();
        }
    }

    private static ConversationId customer(int number) {
        return ConversationId.parse("whatsapp:1:346" + number);
    }

    private Part part(Trial trial, ConversationId conversation) {
        var before = functions.requests.size();
        var hearing = trial.of(conversation).orElseThrow();
        hearing.understand(WORDS);
        return functions.requests.size() > before ? Part.TRIAL : Part.CONTROL;
    }

    @Test
    void a_fifth_of_the_conversations_falls_to_it_and_each_stays_where_it_fell() {
        var trial = new Trial(words -> Understanding.certain("prices"), engine, 20, false, () -> false);
        var first = new ArrayList<Part>();
        var again = new ArrayList<Part>();
        for (int i = 0; i < 2_000; i++) {
            first.add(part(trial, customer(i)));
            again.add(part(trial, customer(i)));
        }

        assertThat(again).isEqualTo(first);
        assertThat(first.stream().filter(Part.TRIAL::equals).count()).isBetween(340L, 460L);
    }

    @Test
    void whoever_waits_waits_no_longer_than_the_limit() {
        functions.silent = true;

        var answer = engine.ask(WORDS);

        assertThat(answer.trouble()).isEqualTo("timeout");
        assertThat(answer.millis()).isBetween(300L, 2_000L);
        functions.close();
    }

    @Test
    void after_three_failures_in_a_row_it_is_left_alone_for_half_a_minute() {
        functions.broken = true;
        for (int i = 0; i < 5; i++) {
            assertThat(engine.ask(WORDS).understanding()).isEmpty();
        }
        assertThat(functions.requests).hasSize(3);
        assertThat(engine.ask(WORDS).trouble()).isEqualTo("paused");

        functions.broken = false;
        clock.advance(Duration.ofSeconds(31));
        assertThat(engine.ask(WORDS).understanding()).isPresent();
    }

    @Test
    void its_own_word_for_the_trouble_is_what_is_counted() {
        functions.answer = "{\"trouble\":\"denied\"}";

        assertThat(engine.ask(WORDS).trouble()).isEqualTo("denied");
    }

    @Test
    void what_is_shown_later_is_an_event_that_nobody_waits_for() {
        var turn = new Turn(
                customer(1),
                7,
                new MessageId("m"),
                Turn.Speaker.CUSTOMER,
                "how much?",
                "",
                List.of(),
                Outcome.ANSWERED,
                "prices",
                0.9,
                "en",
                "",
                null,
                0,
                clock.instant(),
                clock.instant(),
                "");

        engine.showLater(WORDS, turn, "prices");

        assertThat(functions.requests.getLast().invocationTypeAsString()).isEqualTo("Event");
        assertThat(functions.payload().at("/shadow/turn").asInt()).isEqualTo(7);
        assertThat(functions.payload().at("/shadow/own").asText()).isEqualTo("prices");

        functions.broken = true;
        engine.showLater(WORDS, turn, "prices"); // side work: nothing is thrown
        table.refuse(1);
        engine.note(new Opinion(customer(1), 7, Part.CONTROL, "lex:B/A", "prices", "", "", 0, false, clock.instant()));
        assertThat(table.under(customer(1).toString())).isEmpty();
    }

    @Test
    void whether_it_was_ended_is_read_every_half_minute_and_ours_answers_where_it_cannot_be() {
        var state = new TrialState(table, "counters", "lex:B/A", clock);
        assertThat(state.getAsBoolean()).isFalse();

        table.putItem(PutItemRequest.builder()
                .item(Map.of(
                        "pk", AttributeValue.fromS("trial"),
                        "sk", AttributeValue.fromS("lex:B/A"),
                        "halted", AttributeValue.fromN("1")))
                .build());
        assertThat(state.getAsBoolean()).isFalse();
        clock.advance(Duration.ofSeconds(31));
        assertThat(state.getAsBoolean()).isTrue();

        table.refuse(1);
        assertThat(new TrialState(table, "counters", "other", clock).getAsBoolean())
                .isTrue();
    }
}
