package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxBatchTest {

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<ChangeMessageVisibilityBatchRequestEntry> postponed = new ArrayList<>();
    private final Set<String> failing = new TreeSet<>();
    private final Set<String> broken = new TreeSet<>();
    private final List<SendMessageRequest> dead = new ArrayList<>();
    private final MailboxBatch batch =
            new MailboxBatch(Postponing::new, "queue", new DeadLetters(Postponing::new, "dead"), (mail, attempt) -> {
                var words = mail.id().value();
                if (broken.contains(words)) {
                    throw new IllegalStateException("our own fault");
                }
                if (failing.contains(words)) {
                    throw new RetryableFailure("not now", Duration.ZERO, null);
                }
                taken.add(words);
            });

    @Test
    void mail_of_one_conversation_is_taken_in_its_order() {
        var failures =
                run(letter("ana", "a1", 1), letter("ben", "b1", 1), letter("ana", "a2", 1), letter("ana", "a3", 1));

        assertThat(failures).isEmpty();
        assertThat(taken).containsExactlyInAnyOrder("a1", "a2", "a3", "b1").containsSubsequence("a1", "a2", "a3");
    }

    @Test
    void a_failure_holds_back_what_is_behind_it_in_its_conversation_and_nothing_else() {
        failing.add("a2");

        var failures =
                run(letter("ana", "a1", 1), letter("ana", "a2", 1), letter("ana", "a3", 1), letter("ben", "b1", 1));

        assertThat(failures).containsExactlyInAnyOrder("id-a2", "id-a3");
        assertThat(taken).containsExactlyInAnyOrder("a1", "b1");
    }

    @Test
    void all_of_a_conversation_comes_back_after_the_same_delay_which_doubles_with_each_attempt() {
        failing.add("a1");

        run(letter("ana", "a1", 4), letter("ana", "a2", 1));

        assertThat(postponed)
                .extracting(ChangeMessageVisibilityBatchRequestEntry::visibilityTimeout)
                .containsExactly(8, 8);
    }

    @Test
    void nothing_is_begun_that_could_not_be_finished_in_time() {
        var answer = batch.run(event(letter("ana", "a1", 1)), () -> 5_000);

        assertThat(answer.path("batchItemFailures")).hasSize(1);
        assertThat(taken).isEmpty();
    }

    @Test
    void mail_that_cannot_be_read_is_kept_for_the_dead_letters() {
        var letter = letter("ana", "a1", 1).replace("\\\"v\\\":1", "\\\"v\\\":9");

        assertThat(run(letter)).containsExactly("id-a1");
    }

    @Test
    void the_longest_wait_is_a_minute() {
        assertThat(MailboxBatch.backOff(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(MailboxBatch.backOff(6)).isEqualTo(Duration.ofSeconds(32));
        assertThat(MailboxBatch.backOff(900)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void what_fails_by_our_own_fault_is_laid_among_the_dead_letters_after_some_tries_and_the_next_goes_on() {
        broken.add("a1");

        assertThat(run(letter("ana", "a1", 9), letter("ana", "a2", 1))).containsExactly("id-a1", "id-a2");
        assertThat(dead).isEmpty();
        assertThat(run(letter("ana", "a1", 10), letter("ana", "a2", 2))).isEmpty();

        assertThat(taken).containsExactly("a2");
        assertThat(dead).singleElement().satisfies(letter -> {
            assertThat(letter.messageGroupId()).isEqualTo("ana");
            assertThat(letter.messageDeduplicationId()).isEqualTo("d-a1");
            assertThat(letter.messageBody()).contains("\"a1\"");
        });
    }

    @Test
    void a_provider_that_is_down_for_six_hours_makes_no_dead_letters() throws IOException {
        failing.add("a1");
        var template = Files.readString(Path.of("../infra/template.yaml"));
        var number = Pattern.compile("MaxAttempts:\\s+Type: Number\\s+Default: ([0-9]+)")
                .matcher(template);
        assertThat(number.find()).isTrue();
        var waited = Duration.ZERO;
        for (int attempt = 1; attempt < Integer.parseInt(number.group(1)); attempt++) {
            postponed.clear();
            run(letter("ana", "a1", attempt));
            waited = waited.plusSeconds(postponed.getFirst().visibilityTimeout());
        }

        assertThat(waited).isGreaterThan(Duration.ofHours(6));
        assertThat(dead).isEmpty();
    }

    private List<String> run(String... letters) {
        var failures = new ArrayList<String>();
        batch.run(event(letters), () -> 20_000)
                .path("batchItemFailures")
                .forEach(f -> failures.add(f.path("itemIdentifier").asText()));
        return failures;
    }

    private static com.fasterxml.jackson.databind.JsonNode event(String... letters) {
        try {
            return Json.read("{\"Records\":[" + String.join(",", letters) + "]}");
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String letter(String person, String id, int attempt) {
        var conversation = ConversationId.parse("web:shop:" + person);
        var mail = MailCodec.write(new Mail.CustomerSaid(
                new InboundMessage.Text(new MessageId(id), conversation, "hello"), Instant.EPOCH, Instant.EPOCH, ""));
        var node = Json.object()
                .put("messageId", "id-" + id)
                .put("receiptHandle", "r-" + id)
                .put("body", mail);
        node.putObject("attributes")
                .put("MessageGroupId", person)
                .put("MessageDeduplicationId", "d-" + id)
                .put("ApproximateReceiveCount", Integer.toString(attempt));
        return Json.write(node);
    }

    private final class Postponing implements SqsClient {
        @Override
        public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
                ChangeMessageVisibilityBatchRequest request) {
            postponed.addAll(request.entries());
            return ChangeMessageVisibilityBatchResponse.builder().build();
        }

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            dead.add(request);
            return SendMessageResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
