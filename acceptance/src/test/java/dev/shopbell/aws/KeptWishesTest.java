package dev.shopbell.aws;

import static dev.shopbell.aws.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Wish;
import dev.shopbell.platform.Consents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@link Consents} over a table that is one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptWishesTest {

    private static final String ANA = "tel:+34600123456";

    private final Cloud cloud = new Cloud();
    private final Consents consents = new Consents(cloud.dynamo(), cloud.conversationsTable());

    @AfterEach
    void clean() {
        cloud.close();
    }

    @Test
    void of_somebody_who_never_said_anything_there_are_none() {
        assertThat(consents.isOptedOut(List.of(ANA), true)).isFalse();
    }

    @Test
    void hold_until_the_next_one_however_often_they_are_told() {
        keep(Wish.STOP, NOON);
        keep(Wish.STOP, NOON);
        assertThat(consents.isOptedOut(List.of(ANA), true)).isTrue();

        keep(Wish.START, NOON.plusSeconds(1));
        assertThat(consents.isOptedOut(List.of(ANA), true)).isFalse();
    }

    @Test
    void that_come_late_do_not_undo_a_later_one() {
        keep(Wish.STOP, NOON.plusSeconds(5));
        keep(Wish.START, NOON);

        assertThat(consents.isOptedOut(List.of(ANA), true)).isTrue();
    }

    @Test
    void of_a_number_with_two_spellings_hold_under_both_and_the_later_one_counts() {
        var spellings = List.of("tel:+5511987654321", "tel:+551187654321");
        keep(spellings.get(1), Wish.STOP, NOON);
        assertThat(consents.isOptedOut(spellings, true)).isTrue();

        keep(spellings.get(0), Wish.START, NOON.plusSeconds(1));
        assertThat(consents.isOptedOut(spellings, true)).isFalse();
    }

    private void keep(Wish wish, Instant at) {
        keep(ANA, wish, at);
    }

    private void keep(String address, Wish wish, Instant at) {
        var conversation = ConversationId.parse("sms:+1:+34600123456");
        var message = new InboundMessage.Consent(new MessageId("sms:" + at), conversation, wish, wish.name(), false);
        consents.keep(address, wish, new Mail.CustomerSaid(message, at, at, ""));
    }
}
