package dev.shopbell.channels.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How fast is sent; the tables of {@code docs/sending-rules.md}, row by row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingSpeedTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final ConversationId BEN = ConversationId.parse("whatsapp:77:34611");

    @ParameterizedTest
    @MethodSource("limits")
    void each_limit_of_the_docs_holds_and_has_the_setting_that_they_name(List<String> row) {
        var conversation =
                ConversationId.parse(row.get(0) + ":77:" + (row.get(1).equals("+1 …") ? "+1555" : "+34611"));
        var setting = row.get(4).replace("`", "");

        assertThat(SendLimit.of(conversation, name -> Optional.empty()))
                .map(SendLimit::perSecond)
                .isEqualTo(row.get(2).equals("none") ? Optional.empty() : Optional.of(Integer.valueOf(row.get(2))));
        assertThat(SendLimit.of(
                        conversation,
                        name -> Optional.ofNullable(Map.of(setting, "7").get(name))))
                .map(SendLimit::perSecond)
                .isEqualTo(setting.isEmpty() ? Optional.empty() : Optional.of(7));
    }

    @ParameterizedTest
    @MethodSource("paces")
    void each_row_of_the_docs_on_one_person_holds(List<String> row) {
        var pace = PairPace.FREE;
        for (var step : row.get(0).split(", ", -1)) {
            pace = step.equals("refused with 131056") ? pace.refused(NOW) : pace.saying(1, after(step, pace));
        }
        var now = NOW.plus(duration(row.get(1)));

        assertThat(pace.waits(now)).isEqualTo(duration(row.get(2)));
    }

    /** What was said waited for its turn, as everything does. */
    private static Instant after(String step, PairPace pace) {
        assertThat(step).isEqualTo("answered");
        return NOW.plus(pace.waits(NOW));
    }

    @Test
    void a_limit_of_nought_is_none_and_one_that_is_no_number_changes_nothing() {
        assertThat(SendLimit.of(BEN, name -> Optional.of("0"))).isEmpty();
        assertThat(SendLimit.of(BEN, name -> Optional.of("fast")))
                .isEqualTo(SendLimit.of(BEN, name -> Optional.empty()));
    }

    @Test
    void numbers_have_a_limit_each_and_on_aws_north_america_has_its_own() {
        assertThat(Stream.of(
                                "whatsapp:77:1",
                                "whatsapp:78:1",
                                "messenger:77:1",
                                "awssms:+2:+15551230000",
                                "awssms:+2:+34600123456")
                        .map(id -> SendLimit.of(ConversationId.parse(id), name -> Optional.of("5"))
                                .orElseThrow()
                                .bucket()))
                .doesNotHaveDuplicates();
    }

    @Test
    void only_aws_counts_the_parts_of_a_message() {
        var long_ = new Reply.Text("x".repeat(320));

        assertThat(SendLimit.cost(ConversationId.parse("awssms:+2:+34600"), long_))
                .isEqualTo(3);
        assertThat(SendLimit.cost(BEN, long_)).isEqualTo(1);
    }

    static Stream<List<String>> limits() throws IOException {
        return DocsTable.under("channel", "to");
    }

    static Stream<List<String>> paces() throws IOException {
        return DocsTable.under("so far");
    }

    private static Duration duration(String words) {
        var parts = words.split(" ", 2);
        var number = Long.parseLong(parts[0]);
        return parts[1].equals("h") ? Duration.ofHours(number) : Duration.ofSeconds(number);
    }
}
