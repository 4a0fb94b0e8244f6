package dev.shopbell.channels.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Network;
import dev.shopbell.channels.road.SendingRules.Facts;
import dev.shopbell.channels.road.SendingRules.Purpose;
import dev.shopbell.channels.road.SendingRules.Verdict;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code docs/sending-rules.md}, row by row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> ALL = List.of("sms", "awssms", "web", "whatsapp", "messenger", "telegram");
    private static final String BY_TWILIO = "whatsapp by sms";

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_of_the_docs_holds(List<String> row) {
        for (var channel : row.get(0).equals("any") ? ALL : List.of(row.get(0))) {
            var facts = new Facts(
                    network(channel),
                    Purpose.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                    row.get(2).equals("no"),
                    NOW.minus(duration(row.get(3))),
                    row.get(4).equals("yes"),
                    row.get(5).equals("yes"));
            var verdict = Verdict.valueOf(row.get(6).toUpperCase(Locale.ROOT).replace(' ', '_'));
            assertThat(SendingRules.judge(facts, NOW))
                    .as(String.join(", ", row))
                    .isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void each_rule_of_the_docs_for_a_window_that_the_platform_found_closed_holds(List<String> row) {
        var facts = new Facts(
                network(row.get(0)),
                Purpose.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                false,
                NOW.minus(duration(row.get(2))),
                false,
                row.get(3).equals("yes"),
                true);
        assertThat(SendingRules.judge(facts, NOW))
                .as(String.join(", ", row))
                .isEqualTo(Verdict.valueOf(row.get(4).toUpperCase(Locale.ROOT).replace(' ', '_')));
    }

    @ParameterizedTest
    @MethodSource("words")
    void each_word_of_the_docs_means_what_they_say(List<String> row) {
        var carried = row.get(0).split(" by way of ", 2);
        var person = carried.length == 1 ? "+15551230000" : carried[0] + ":+15551230000";
        var wish = Keywords.wish(new ChannelName(carried[carried.length - 1]), person, row.get(1))
                .map(some -> some.name().toLowerCase(Locale.ROOT))
                .orElse("none");
        assertThat(wish).as(row.get(1) + " on " + row.get(0)).isEqualTo(row.get(2));
    }

    @Test
    void words_tell_the_languages_that_they_are_of() {
        assertThat(Keywords.languages("¡Ayuda!")).containsExactly("es");
        assertThat(Keywords.languages("Sí")).containsExactlyInAnyOrder("es", "it");
        assertThat(Keywords.languages("HELP")).isEmpty();
        assertThat(Keywords.languages("ayuda con mi pedido")).isEmpty();
    }

    @Test
    void a_template_is_known_where_it_is_registered() {
        var sid = "HX" + "0123456789abcdef".repeat(2);
        var byTwilio = ConversationId.parse("sms:whatsapp~+1:whatsapp:+15551230000");
        var byMeta = ConversationId.parse("whatsapp:77:15551230000");

        assertThat(Network.knowsTemplate(byTwilio, sid)).isTrue();
        assertThat(Network.knowsTemplate(byTwilio, "order_ready")).isFalse();
        assertThat(Network.knowsTemplate(byMeta, "order_ready")).isTrue();
        assertThat(Network.knowsTemplate(byMeta, sid)).isFalse();
        assertThat(Network.knowsTemplate(ConversationId.parse("sms:+1:+15551230000"), sid))
                .isFalse();
    }

    @Test
    void a_number_is_one_person_on_every_channel_that_knows_people_by_it() {
        assertThat(Stream.of(
                                "sms:+1:+15551230000",
                                "whatsapp:77:15551230000",
                                "sms:w~1:whatsapp:+15551230000",
                                "awssms:+2:+15551230000")
                        .map(id -> Address.of(ConversationId.parse(id)).key()))
                .containsOnly("tel:+15551230000");
    }

    @Test
    void elsewhere_people_are_known_by_the_address_they_write_from() {
        assertThat(Address.of(ConversationId.parse("whatsapp:77:US.1234")))
                .isEqualTo(new Address("whatsapp:77:US.1234"))
                .matches(Address::isShared, "a wish may stand there from before the number was hidden");
        for (var id : List.of("messenger:1:15551230000", "web:shop:15551230000")) {
            var address = Address.of(ConversationId.parse(id));
            assertThat(address.key()).isEqualTo(id);
            assertThat(address.isShared()).isFalse();
        }
    }

    static Stream<List<String>> rules() throws IOException {
        return DocsTable.under("channel", "purpose");
    }

    static Stream<List<String>> refusals() throws IOException {
        return DocsTable.under("shut out of", "purpose");
    }

    static Stream<List<String>> words() throws IOException {
        return DocsTable.under("channel", "word");
    }

    /** By whose rules a conversation goes there. */
    private static ChannelName network(String channel) {
        return Network.of(
                channel.equals(BY_TWILIO)
                        ? ConversationId.parse("sms:whatsapp~+1:whatsapp:+15551230000")
                        : ConversationId.parse(channel + ":1:2"));
    }

    private static Duration duration(String words) {
        var parts = words.split(" ", 2);
        var number = Long.parseLong(parts[0]);
        return parts[1].equals("h") ? Duration.ofHours(number) : Duration.ofMinutes(number);
    }
}
