package dev.shopbell.aws;

import static dev.shopbell.aws.Samples.ANA;
import static dev.shopbell.aws.Samples.NOON;
import static dev.shopbell.aws.Samples.turn;
import static dev.shopbell.conversation.DeliveryStatus.DELIVERED;
import static dev.shopbell.conversation.DeliveryStatus.FAILED;
import static dev.shopbell.conversation.DeliveryStatus.READ;
import static dev.shopbell.conversation.DeliveryStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.platform.Progress;
import dev.shopbell.platform.Receipt;
import dev.shopbell.platform.Receipts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@link Receipts} over a table that is one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryFactsTest {

    private static final ReplyId REPLY = turn(3).replyId(0);

    private final Cloud cloud = new Cloud();
    private final String table = cloud.conversationsTable();
    private final Receipts receipts = new Receipts(cloud.dynamo(), table, Duration.ofDays(90));

    @AfterEach
    void clean() {
        cloud.close();
    }

    @Test
    void move_forward_and_never_back() {
        assertThat(report(DELIVERED)).isTrue();
        assertThat(report(SENT)).as("late").isFalse();
        assertThat(report(DELIVERED)).as("twice").isFalse();
        assertThat(report(READ)).isTrue();
        assertThat(report(DELIVERED)).as("late").isFalse();
    }

    @Test
    void stay_failed_whatever_comes_later() {
        assertThat(report(FAILED)).isTrue();
        assertThat(report(SENT)).isFalse();
        assertThat(report(READ)).isFalse();
        assertThat(report(FAILED)).isFalse();
    }

    @Test
    void of_one_reply_say_nothing_of_another() {
        report(READ);

        assertThat(receipts.progress(turn(3).replyId(1))).isInstanceOf(Progress.Unheard.class);
        assertThat(receipts.progress(turn(4).replyId(0))).isInstanceOf(Progress.Unheard.class);
        assertThat(receipts.report(new DeliveryReport(turn(3).replyId(1), SENT, NOON, "")))
                .isTrue();
    }

    @Test
    void tell_how_far_a_reply_came() {
        assertThat(receipts.progress(REPLY)).isInstanceOf(Progress.Unheard.class);

        receipts.notSent(REPLY, 0, "429", NOON);
        assertThat(receipts.progress(REPLY)).isInstanceOf(Progress.NotSent.class);

        receipts.sending(REPLY, 2, NOON.plusSeconds(1));
        assertThat(receipts.progress(REPLY)).isEqualTo(new Progress.Sending(NOON.plusSeconds(1), 2));

        receipts.accepted(turn(3), REPLY, "wamid.out", NOON.plusSeconds(1), NOON.plusSeconds(2));
        assertThat(receipts.progress(REPLY)).isInstanceOf(Progress.Settled.class);
    }

    @Test
    void settle_a_reply_that_was_refused_for_good() {
        receipts.refused(REPLY, "131026", NOON);

        assertThat(receipts.progress(REPLY)).isInstanceOf(Progress.Settled.class);
    }

    @Test
    void settle_a_reply_whose_sender_died_by_the_platforms_word() {
        receipts.sending(REPLY, 0, NOON);
        report(SENT);

        assertThat(receipts.progress(REPLY)).isInstanceOf(Progress.Settled.class);
    }

    @Test
    void settle_a_reply_that_only_the_platform_spoke_of() {
        report(SENT);

        assertThat(receipts.progress(REPLY)).isInstanceOf(Progress.Settled.class);
    }

    @Test
    void up_to_a_watermark_are_settled_without_being_named() {
        for (var number = 1; number <= 4; number++) {
            var sentAt = NOON.plusSeconds(number);
            var turn = turn(number);
            receipts.accepted(turn, turn.replyId(0), "m" + number, sentAt, sentAt.plusMillis(200));
        }
        receipts.refused(turn(4).replyId(0), "10", NOON.plusSeconds(4));

        // The platform's own time of the third reply: after it was sent, before its answer was here.
        assertThat(receipts.reached(ANA, DELIVERED, NOON.plusMillis(3_100))).isTrue();
        assertThat(receipts.reached(ANA, READ, NOON.plusMillis(2_100))).isTrue();
        assertThat(receipts.reached(ANA, DELIVERED, NOON.plusMillis(1_100)))
                .as("late")
                .isFalse();

        assertThat(statuses()).containsExactly(READ, READ, DELIVERED, FAILED);
        assertThat(receipts.reached(ANA, READ, NOON.plusSeconds(60))).isTrue();
        assertThat(statuses()).containsExactly(READ, READ, READ, FAILED);
    }

    @Test
    void known_to_one_process_are_no_news_to_another_that_comes_later() {
        var other = new Receipts(cloud.dynamo(), table, Duration.ofDays(90));
        assertThat(report(READ)).isTrue();
        assertThat(receipts.reached(ANA, READ, NOON.plusSeconds(2))).isTrue();

        assertThat(other.report(new DeliveryReport(REPLY, DELIVERED, NOON, ""))).isFalse();
        assertThat(other.report(new DeliveryReport(REPLY, FAILED, NOON, "131026")))
                .isTrue();
        assertThat(report(DELIVERED)).isFalse();
        assertThat(receipts.between(ANA, 1, 4).get(REPLY))
                .satisfies(receipt -> assertThat(receipt.status()).isEqualTo(FAILED));
    }

    @Test
    void read_up_to_a_watermark_were_delivered_up_to_it_too() {
        receipts.accepted(turn(3), REPLY, "m", NOON, NOON);
        assertThat(receipts.reached(ANA, READ, NOON.plusSeconds(2))).isTrue();

        assertThat(receipts.reached(ANA, DELIVERED, NOON.plusSeconds(2))).isFalse();
        assertThat(receipts.reached(ANA, DELIVERED, NOON.plusSeconds(3))).isTrue();
        assertThat(statuses()).containsExactly(READ);
    }

    @Test
    void are_of_one_conversation_only() {
        receipts.accepted(turn(3), REPLY, "m", NOON, NOON);
        receipts.reached(Samples.BEN, READ, NOON.plusSeconds(9));

        assertThat(receipts.between(ANA, 1, 4).get(REPLY))
                .satisfies(receipt -> assertThat(receipt.status()).isEqualTo(DeliveryStatus.ACCEPTED));
    }

    /** Of the turns' first replies, in order. */
    private List<DeliveryStatus> statuses() {
        return receipts.between(ANA, 1, 4).values().stream()
                .sorted(Comparator.comparing(receipt -> receipt.reply().turn()))
                .map(Receipt::status)
                .toList();
    }

    private boolean report(DeliveryStatus status) {
        return receipts.report(new DeliveryReport(REPLY, status, NOON, status == FAILED ? "131026" : ""));
    }
}
