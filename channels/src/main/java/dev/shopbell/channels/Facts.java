package dev.shopbell.channels;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ReplyId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Collects what a delivery says of one event; what it does not say is left out. */
public final class Facts {

    /** Below this a timestamp counts seconds; 1e11 ms was in 1973, 1e11 s will be in the year 5138. */
    private static final long SECONDS_BELOW = 100_000_000_000L;

    private final String kind;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    public Facts(String kind) {
        this.kind = kind;
        facts.put("kind", kind);
    }

    public String kind() {
        return kind;
    }

    public Facts put(String name, Optional<?> value) {
        value.ifPresent(some -> facts.put(name, some));
        return this;
    }

    public Facts put(String name, OptionalLong value) {
        value.ifPresent(some -> facts.put(name, some));
        return this;
    }

    /** An empty list says nothing. */
    public Facts put(String name, List<?> values) {
        if (!values.isEmpty()) {
            facts.put(name, values);
        }
        return this;
    }

    public Facts flag(String name, boolean value) {
        if (value) {
            facts.put(name, true);
        }
        return this;
    }

    /** The provider's time in epoch milliseconds, read from {@code timestamp} in seconds or milliseconds. */
    public Facts time(JsonNode from) {
        return time(from, "timestamp");
    }

    /** The same, read from a field that the provider calls otherwise. */
    public Facts time(JsonNode from, String name) {
        return put("ts", millis(from, name));
    }

    public Optional<String> text(String name) {
        return facts.get(name) instanceof String some ? Optional.of(some) : Optional.empty();
    }

    public OptionalLong number(String name) {
        return facts.get(name) instanceof Long some ? OptionalLong.of(some) : OptionalLong.empty();
    }

    public Optional<Double> decimal(String name) {
        return facts.get(name) instanceof Double some ? Optional.of(some) : Optional.empty();
    }

    /** The provider's time, or the time of receipt where it gave none (or none that can be). */
    public Instant at(Instant receivedAt) {
        return facts.get("ts") instanceof Long millis ? Instant.ofEpochMilli(millis) : receivedAt;
    }

    /** The event, with what it means. */
    public ChannelEvent meaning(ChannelEvent.Meaning meaning) {
        return new ChannelEvent(kind, Collections.unmodifiableMap(facts), meaning);
    }

    /** The event that means nothing for us. */
    public ChannelEvent nothing() {
        return meaning(ChannelEvent.Meaning.NOTHING);
    }

    /**
     * A reply's id in what the platform echoes.
     *
     * @param channel which reports it
     * @return empty if it is some other system's, another channel's, or of another account than the event's, if that names one
     */
    public Optional<ReplyId> replyId(ChannelName channel, Optional<String> echoed) {
        try {
            return echoed.map(ReplyId::parse)
                    .filter(reply -> reply.conversation().channel().equals(channel))
                    .filter(reply -> isOfAccount(reply.conversation()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** A number is the same with its plus or without. */
    private boolean isOfAccount(ConversationId conversation) {
        return text("account")
                .map(account -> account.replace(':', '~').replace("+", ""))
                .map(conversation.account().replace("+", "")::equals)
                .orElse(true);
    }

    /** The event of a kind yet to come, by the name that the log is to tell it by. */
    public ChannelEvent unknown(String key) {
        return meaning(new ChannelEvent.Meaning.Unknown(key));
    }

    private static OptionalLong millis(JsonNode from, String name) {
        var number = Fields.number(from, name);
        if (number.isEmpty() || number.getAsLong() <= 0) {
            return OptionalLong.empty();
        }
        var value = number.getAsLong();
        return OptionalLong.of(value < SECONDS_BELOW ? value * 1000 : value);
    }
}
