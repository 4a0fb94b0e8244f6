package dev.shopbell.dialogue;

import dev.shopbell.channels.road.PairPace;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Wish;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the dialogue remembers of a conversation between two turns. Bounded in every part, so that turn 1,000 costs what
 * turn 10 does.
 *
 * @param language the customer's, so far; empty before the first words
 * @param name what the platform calls the customer; empty if unknown
 * @param customer the shop's own id of the customer, proved by a login or by a code from one; empty if nothing is proved
 * @param disclosed whether the customer was told that this is a bot
 * @param flow the flow under way; empty if none
 * @param expected the slot of it that was asked for; empty if none
 * @param slots what is known, by slot; outlives the flow, so that "and when will it come?" needs no number again
 * @param finished the flow that ended last; a correction ("no, 1043") goes there
 * @param failures turns in a row that were not understood
 * @param recentIntents newest first, at most 3
 * @param tried intent and outcome of the last turns, oldest first, at most 4
 * @param offered the choices under the last reply, in order: the number typed back means one of them
 * @param ticket the ticket a person has; empty while the bot has the conversation
 * @param rating the ticket whose help is to be rated now; empty if none
 * @param heardAt when the customer last wrote, epoch milliseconds: the platforms' windows count from there; 0 for never
 * @param wish {@code STOP} or {@code START}, the last of them that was said here; empty if none was
 * @param held an agent's words that wait for the customer to write, at most 5; what is more is joined to the last
 * @param pace how fast the platform lets us write to this person, as far as it had to say so
 * @param handled digests of the ids handled last, newest first, at most 32
 */
record Memory(
        String language,
        String name,
        String customer,
        boolean disclosed,
        String flow,
        String expected,
        Map<String, String> slots,
        String finished,
        int failures,
        List<String> recentIntents,
        List<String> tried,
        List<Option> offered,
        String ticket,
        String rating,
        long heardAt,
        String wish,
        List<String> held,
        PairPace pace,
        List<String> handled) {

    private static final int HANDLED = 32;
    static final int RECENT = 3;
    private static final int TRIED = 4;
    private static final int SLOTS = 10;
    private static final int HELD = 5;
    /** What is more than {@link #HELD} is joined to the last, up to so many characters; of more the beginning is lost. */
    private static final int LONGEST_HELD = 16_000;

    private static final int DIGEST_BYTES = 6;

    /** Of {@link #DIGEST_BYTES} in base 64. */
    static final int DIGEST_LENGTH = 8;

    static final Memory FRESH = new Memory(
            "",
            "",
            "",
            false,
            "",
            "",
            Map.of(),
            "",
            0,
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            0,
            "",
            List.of(),
            PairPace.FREE,
            List.of());

    Memory {
        slots = Map.copyOf(slots);
        recentIntents = first(recentIntents, RECENT);
        tried = tried.size() > TRIED
                ? List.copyOf(tried.subList(tried.size() - TRIED, tried.size()))
                : List.copyOf(tried);
        offered = List.copyOf(offered);
        held = List.copyOf(held);
        handled = first(handled, HANDLED);
    }

    /** How many turns ago this id was handled: 0 for the newest turn, -1 for not among the last ones. */
    int turnsSince(MessageId id) {
        return handled.indexOf(digest(id));
    }

    Memory handled(MessageId id) {
        var ids = new ArrayList<String>(handled.size() + 1);
        ids.add(digest(id));
        ids.addAll(handled);
        return changed(m -> m.handled = ids);
    }

    Memory speaking(String language, String name) {
        return changed(m -> {
            m.language = language;
            m.name = name.isEmpty() ? m.name : name;
        });
    }

    /** Of a person whom the shop knows. */
    Memory of(String customer) {
        return changed(m -> m.customer = customer);
    }

    Memory asDisclosed() {
        return changed(m -> m.disclosed = true);
    }

    /** In a flow, or out of the one under way: that one is then the flow that ended last. */
    Memory inFlow(String flow, String expected) {
        return changed(m -> {
            m.finished = flow.isEmpty() ? m.flow : m.finished;
            m.flow = flow;
            m.expected = expected;
        });
    }

    /** With a slot filled; something else gives way when there is too much. */
    Memory knowing(String slot, String value) {
        var more = new HashMap<>(slots);
        if (more.size() >= SLOTS && !more.containsKey(slot)) {
            more.remove(more.keySet().iterator().next());
        }
        more.put(slot, value);
        return changed(m -> m.slots = more);
    }

    Memory forgetting(String slot) {
        var less = new HashMap<>(slots);
        less.remove(slot);
        return changed(m -> m.slots = less);
    }

    Memory failing(int failures) {
        return changed(m -> m.failures = failures);
    }

    Memory after(String intent, String outcome) {
        var intents = new ArrayList<String>();
        if (!intent.isEmpty()) {
            intents.add(intent);
        }
        intents.addAll(recentIntents);
        var all = new ArrayList<>(tried);
        all.add(intent.isEmpty() ? outcome : intent + ": " + outcome);
        return changed(m -> {
            m.recentIntents = intents;
            m.tried = all;
        });
    }

    Memory offering(List<Option> options) {
        return changed(m -> m.offered = options);
    }

    /** The customer wrote at that time: words that waited for it wait no longer. */
    Memory hearing(Instant at) {
        return changed(m -> {
            m.heardAt = Math.max(m.heardAt, at.toEpochMilli());
            m.held = List.of();
        });
    }

    Memory wishing(Wish wish) {
        return changed(m -> m.wish = wish.name());
    }

    /** With words that wait until the customer writes. */
    Memory holding(List<String> words) {
        var all = new ArrayList<>(held);
        for (var more : words) {
            if (all.size() < HELD) {
                all.add(more);
            } else {
                var last = all.removeLast() + "\n" + more;
                all.add(last.substring(Math.max(0, last.length() - LONGEST_HELD)));
            }
        }
        return changed(m -> m.held = all);
    }

    Memory pacing(PairPace pace) {
        return changed(m -> m.pace = pace);
    }

    /** With a person: the bot keeps silent until the ticket is resolved. */
    Memory withPerson(String ticket) {
        return changed(m -> {
            m.ticket = ticket;
            m.rating = "";
            m.flow = "";
            m.expected = "";
            m.failures = 0;
            m.offered = List.of();
        });
    }

    /** Back with the bot; the help may be rated. */
    Memory withBot(String rating) {
        return changed(m -> {
            m.ticket = "";
            m.rating = rating;
            m.failures = 0;
            m.tried = List.of();
        });
    }

    private Memory changed(Consumer<MemoryDraft> change) {
        var draft = new MemoryDraft(this);
        change.accept(draft);
        return draft.done();
    }

    private static List<String> first(List<String> list, int most) {
        return list.size() > most ? List.copyOf(list.subList(0, most)) : List.copyOf(list);
    }

    /** 48 bits of SHA-256: among 32 ids a false match is a matter of 10^-13. */
    private static String digest(MessageId id) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(id.value().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
