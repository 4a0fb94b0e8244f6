package dev.shopbell.dialogue;

import dev.shopbell.channels.road.PairPace;
import dev.shopbell.conversation.Option;
import java.util.List;
import java.util.Map;

/** A memory while it is changed. */
final class MemoryDraft {
    String language;
    String name;
    String customer;
    boolean disclosed;
    String flow;
    String expected;
    Map<String, String> slots;
    String finished;
    int failures;
    List<String> recentIntents;
    List<String> tried;
    List<Option> offered;
    String ticket;
    String rating;
    long heardAt;
    String wish;
    List<String> held;
    PairPace pace;
    List<String> handled;

    MemoryDraft(Memory from) {
        language = from.language();
        name = from.name();
        customer = from.customer();
        disclosed = from.disclosed();
        flow = from.flow();
        expected = from.expected();
        slots = from.slots();
        finished = from.finished();
        failures = from.failures();
        recentIntents = from.recentIntents();
        tried = from.tried();
        offered = from.offered();
        ticket = from.ticket();
        rating = from.rating();
        heardAt = from.heardAt();
        wish = from.wish();
        held = from.held();
        pace = from.pace();
        handled = from.handled();
    }

    Memory done() {
        return new Memory(
                language,
                name,
                customer,
                disclosed,
                flow,
                expected,
                slots,
                finished,
                failures,
                recentIntents,
                tried,
                offered,
                ticket,
                rating,
                heardAt,
                wish,
                held,
                pace,
                handled);
    }
}
