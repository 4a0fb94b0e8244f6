package dev.shopbell.aws;

import static dev.shopbell.aws.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.Customer;
import dev.shopbell.platform.Customers;
import dev.shopbell.platform.LinkCodes;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@link Customers} and {@link LinkCodes} over a table that is one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownCustomersTest {

    private static final ConversationId LOGIN = ConversationId.parse("web:shop:customer-4711");
    private static final ConversationId PHONE = ConversationId.parse("whatsapp:77:34600123456");
    private static final ConversationId OTHER = ConversationId.parse("sms:+1:+34600999999");

    private final Cloud cloud = new Cloud();
    private final Customers customers = new Customers(cloud.dynamo(), cloud.conversationsTable(), Duration.ofDays(90));
    private final LinkCodes codes = new LinkCodes(cloud.dynamo(), cloud.conversationsTable());

    @AfterEach
    void clean() {
        cloud.close();
    }

    @Test
    void are_found_as_they_were_kept() {
        var kept = customers.change(
                Customer.unknown("4711"), known -> known.called("Ana", "es").writingFrom(PHONE, NOON), NOON);

        assertThat(customers.find("4711")).contains(kept);
        assertThat(kept.version()).isOne();
        assertThat(customers.find("4712")).isEmpty();
    }

    @Test
    void lose_nothing_when_two_conversations_change_them_at_once() {
        var seenByBoth = customers.change(Customer.unknown("4711"), known -> known.called("Ana", ""), NOON);
        customers.change(seenByBoth, known -> known.writingFrom(LOGIN, NOON), NOON);
        customers.change(seenByBoth, known -> known.writingFrom(PHONE, NOON), NOON);
        customers.change(Customer.unknown("4711"), known -> known.called("", "es"), NOON);

        assertThat(customers.find("4711")).hasValueSatisfying(kept -> {
            assertThat(kept.name()).isEqualTo("Ana");
            assertThat(kept.language()).isEqualTo("es");
            assertThat(kept.conversations())
                    .extracting(Customer.Linked::conversation)
                    .containsExactly(PHONE, LOGIN);
            assertThat(kept.version()).isEqualTo(4);
        });
    }

    @Test
    void are_linked_by_a_code_from_one_conversation_for_a_quarter_of_an_hour() {
        var link = new LinkCodes.Link("4711", "", "es", LOGIN);
        var code = codes.give(link, NOON);

        assertThat(LinkCodes.in("It is " + code)).contains(code);
        assertThat(codes.take("LINK-2345-6789", PHONE, NOON)).isEmpty();
        assertThat(codes.take(code, PHONE, NOON.plusSeconds(899))).contains(link);
        assertThat(codes.take(code, OTHER, NOON.plusSeconds(899))).isEmpty();
        assertThat(codes.take(code, PHONE, NOON.plusSeconds(2_000))).contains(link);
        assertThat(codes.take(codes.give(link, NOON), PHONE, NOON.plusSeconds(900)))
                .isEmpty();
    }
}
