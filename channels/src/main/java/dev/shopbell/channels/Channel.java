package dev.shopbell.channels;

import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import java.time.Instant;

/** One way to talk with customers: it authenticates, translates and delivers, and decides nothing else. */
public interface Channel {

    /** The name under which its conversations are kept. */
    ChannelName name();

    /**
     * Whether the request comes from whom it claims to come from. Fails closed: without a configured secret nothing is
     * authentic. Compares in constant time; throws nothing but what its ports throw when they may not tell now.
     */
    boolean isAuthentic(WebhookRequest request);

    /**
     * What a delivery says. Only called for authentic requests, yet never throws for what it is given.
     *
     * @param receivedAt when we had it; stands in where the provider gives no time
     */
    Reading read(WebhookRequest request, Instant receivedAt);

    /**
     * Says something to the person of the reply's conversation. Blocks for the provider's answers, at most 10 s each.
     *
     * @param fromPart how many parts of the reply are through already, as an earlier {@link SendOutcome} said; 0 at first
     */
    SendOutcome send(ReplyId id, Reply reply, int fromPart);

    /** Says all of it. */
    default SendOutcome send(ReplyId id, Reply reply) {
        return send(id, reply, 0);
    }

    /**
     * Says something in somebody's name, where the channel can show who speaks. By default the name is left out.
     *
     * @param author whom the turn heard: for {@link Turn.Speaker#AGENT} the words are an agent's, otherwise the bot's
     * @param fromPart as for {@link #send(ReplyId, Reply, int)}
     */
    default SendOutcome sendAs(Turn.Speaker author, ReplyId id, Reply reply, int fromPart) {
        return send(id, reply, fromPart);
    }

    /** Says all of it in somebody's name. */
    default SendOutcome sendAs(Turn.Speaker author, ReplyId id, Reply reply) {
        return sendAs(author, id, reply, 0);
    }

    /**
     * A person answers after the platform's standard window, while persons still may: with the mark that says so, where the
     * platform asks for one.
     *
     * @param fromPart as for {@link #send(ReplyId, Reply, int)}
     */
    default SendOutcome sendLate(ReplyId id, Reply reply, int fromPart) {
        return sendAs(Turn.Speaker.AGENT, id, reply, fromPart);
    }

    /**
     * Shows the person that the message was read and an answer is being written, where the platform can. It returns at once,
     * and its failure is nobody's: by default it does nothing. Only for what will be answered, and worth its one request
     * only if the answer takes a while.
     *
     * @param message what was heard, by the id that {@link #read} gave it
     */
    default void heard(ConversationId conversation, MessageId message) {}

    /**
     * Gets a file that a customer sent, from the platform's own hosts only; credentials go to no other host. Blocks, at most
     * some seconds more than the file takes.
     *
     * @param attachment as {@link #read} gave it; by default there are none
     */
    default Media fetch(Attachment attachment, Download download) {
        return new Media.Refused("No files come in on the channel " + name() + ".");
    }

    /** Whether {@link #heard} shows anything here: if not, nobody need ask whether the owner wants it. */
    default boolean showsHeard() {
        return false;
    }

    /**
     * Whether a saved turn is the delivery itself, since the person's client reads it from us by its cursor. Then a
     * repeated send does no harm, and no receipt is needed.
     */
    default boolean keepsReplies() {
        return false;
    }
}
