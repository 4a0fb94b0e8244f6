package dev.shopbell.definition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template that a platform approved for the owner, and what is filled into it.
 *
 * @param name as registered
 * @param language the platform's code of the language it is registered in, by the bot's language
 * @param channels those where it is registered
 * @param header null if there is none, or it is the same for everybody
 * @param body what is put for its variables, in their order
 * @param buttons all that it has, in their order
 * @param nameless said for {@link #NAME} where the customer's name is not known; empty if nothing needs it
 */
public record ApprovedTemplate(
        String name,
        Texts language,
        List<String> channels,
        @Nullable Header header,
        List<Value> body,
        List<Press> buttons,
        Texts nameless) {

    /** In a value: what the platform or the shop calls the customer. */
    public static final String NAME = "{name}";

    /** One of these. */
    public record Header(@Nullable Value words, Attached.@Nullable Media picture, Attached.@Nullable Place place) {}

    /** How a value is written. */
    public enum ValueKind {
        TEXT,
        MONEY,
        TIME
    }

    /**
     * What is put for a variable.
     *
     * @param variable its name; empty where variables are numbered
     * @param currency ISO 4217; empty if it is no money
     * @param thousandths of the currency's unit; 0 if it is no money
     */
    public record Value(String variable, ValueKind kind, Texts text, String currency, long thousandths) {}

    /** What a button does. */
    public enum PressKind {
        /** Asks for an intent, which is its {@code value}. */
        INTENT,
        /** Opens the page whose address is its {@code value}, with {@code text} after it. */
        PAGE,
        /** Copies the code that is its {@code value}. */
        CODE,
        /** Opens a form; the {@code value} comes back with it. */
        FORM,
        /** Calls the number that is its {@code value}. */
        CALL
    }

    /**
     * A button.
     *
     * @param title empty for an intent, which has its own, and for a code
     * @param text the end of a page's address; empty if it is the same for everybody
     * @param data what a form's first screen shows, by name
     */
    public record Press(PressKind kind, String value, Texts title, Texts text, Map<String, Texts> data) {}

    /**
     * What asks a customer to write again.
     *
     * @param text what its body reads
     */
    public record Reopening(Texts text, ApprovedTemplate template) {}
}
