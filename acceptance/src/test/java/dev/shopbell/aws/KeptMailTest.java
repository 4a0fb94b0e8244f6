package dev.shopbell.aws;

import static dev.shopbell.aws.Samples.ANA;
import static dev.shopbell.aws.Samples.BEN;
import static dev.shopbell.aws.Samples.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Mail;
import dev.shopbell.platform.MailCodec;
import dev.shopbell.platform.Mailbox;
import dev.shopbell.platform.RetryableFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** {@link Mailbox} over a queue that is one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptMailTest {

    private final Cloud cloud = new Cloud();
    private final String queue = cloud.mailbox();
    private final Mailbox mailbox = new Mailbox(cloud.shortSqs(), queue);

    @AfterEach
    void clean() {
        cloud.close();
    }

    @Test
    void comes_out_as_it_was_put_in() {
        mailbox.deliver(List.of(mail(ANA, "¿Qué tal? 🥐")));

        assertThat(take(1)).extracting(KeptMailTest::read).containsExactly(mail(ANA, "¿Qué tal? 🥐"));
    }

    @Test
    void comes_in_the_order_of_each_conversation_however_much_was_delivered_at_once() {
        var said = new ArrayList<Mail>();
        IntStream.range(0, 23).forEach(i -> said.addAll(List.of(mail(ANA, "a" + i), mail(BEN, "b" + i))));
        mailbox.deliver(said);

        var taken = takeAll(said.size());
        assertThat(taken).filteredOn(one -> one.conversation().equals(ANA)).isEqualTo(of(said, ANA));
        assertThat(taken).filteredOn(one -> one.conversation().equals(BEN)).isEqualTo(of(said, BEN));
    }

    @Test
    void is_kept_once_when_a_provider_repeats_itself() {
        mailbox.deliver(List.of(mail(ANA, "one")));
        mailbox.deliver(List.of(mail(ANA, "one"), mail(ANA, "two")));
        mailbox.deliver(List.of(mail(ANA, "one"), mail(ANA, "two")));

        assertThat(takeAll(2)).containsExactly(mail(ANA, "one"), mail(ANA, "two"));
        assertThat(take(10)).isEmpty();
    }

    @Test
    void waits_behind_the_mail_before_it_and_behind_nobody_elses() {
        mailbox.deliver(List.of(mail(ANA, "first"), mail(ANA, "second")));
        var first = take(1);
        mailbox.deliver(List.of(mail(BEN, "mine")));

        assertThat(take(10)).extracting(KeptMailTest::read).containsExactly(mail(BEN, "mine"));
        delete(first);
        assertThat(take(10)).extracting(KeptMailTest::read).containsExactly(mail(ANA, "second"));
    }

    @Test
    void comes_again_before_the_rest_when_it_was_given_back() {
        mailbox.deliver(List.of(mail(ANA, "first"), mail(ANA, "second")));
        var first = take(1).getFirst();
        cloud.sqs()
                .changeMessageVisibility(r ->
                        r.queueUrl(queue).receiptHandle(first.receiptHandle()).visibilityTimeout(0));

        assertThat(take(1)).extracting(KeptMailTest::read).containsExactly(mail(ANA, "first"));
    }

    @Test
    void is_not_said_to_be_kept_when_it_is_not() {
        var nowhere = new Mailbox(cloud.shortSqs(), queue.replace(".fifo", "-gone.fifo"));

        assertThatThrownBy(() -> nowhere.deliver(List.of(mail(ANA, "lost?")))).isInstanceOf(RetryableFailure.class);
    }

    private static List<Mail> of(List<Mail> all, ConversationId conversation) {
        return all.stream()
                .filter(one -> one.conversation().equals(conversation))
                .toList();
    }

    private static Mail read(Message message) {
        return MailCodec.read(message.body());
    }

    private List<Message> take(int atMost) {
        return cloud.sqs()
                .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(atMost))
                .messages();
    }

    private List<Mail> takeAll(int expected) {
        var taken = new ArrayList<Mail>();
        // A short poll may overlook what is there: as many tries as there are messages are enough.
        for (var tries = 0; taken.size() < expected && tries < expected; tries++) {
            var some = take(10);
            some.forEach(one -> taken.add(read(one)));
            delete(some);
        }
        return taken;
    }

    private void delete(List<Message> done) {
        done.forEach(one -> cloud.sqs().deleteMessage(r -> r.queueUrl(queue).receiptHandle(one.receiptHandle())));
    }
}
