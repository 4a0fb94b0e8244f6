package dev.shopbell.local.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepliesTest {
    @Test
    void a_reply_is_found_by_the_turn_it_answers_and_only_the_first_counts() throws InterruptedException {
        var replies = new Replies();
        var first = new Replies.Reply(Instant.EPOCH, 10);
        replies.came("sms +1", "sms:+2:+1#7.0", first);
        replies.came("sms +1", "sms:+2:+1#7.1", new Replies.Reply(Instant.MAX, 10));
        assertThat(replies.await("sms +1", 7)).contains(first);
    }

    @Test
    void where_replies_name_no_turn_the_next_one_answers_the_next_turn() throws InterruptedException {
        var replies = new Replies();
        var first = new Replies.Reply(Instant.EPOCH, 10);
        var second = new Replies.Reply(Instant.MAX, 10);
        replies.cameNext("telegram 1", first);
        replies.cameNext("telegram 2", new Replies.Reply(Instant.MAX, 10));
        replies.cameNext("telegram 1", second);
        assertThat(replies.await("telegram 1", 1)).contains(first);
        assertThat(replies.await("telegram 1", 2)).contains(second);
    }
}
