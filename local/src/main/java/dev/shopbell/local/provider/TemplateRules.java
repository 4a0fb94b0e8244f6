package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a platform finds wrong with a template that is sent.
 *
 * <p>Sources: developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (132000, 132001, 132012,
 * 131008); that a parameter stays on one line: github.com/netflie/whatsapp-cloud-api/issues/201.
 */
final class TemplateRules {
    static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Pattern ONE_LINE = Pattern.compile("(?:(?! {5})[^\\n\\r\\t])+");
    private static final int LONGEST_CODE = 20;

    private final TemplateShelf shelf;

    TemplateRules(TemplateShelf shelf) {
        this.shelf = shelf;
    }

    /** What is wrong, with WhatsApp's code for it. */
    record Fault(int status, int code, String why) {}

    Optional<Fault> refusal(FilledTemplate sent) {
        if (sent.name().isEmpty() || sent.language().isEmpty()) {
            return no(400, 100, "The parameters template['name'] and template['language']['code'] are required.");
        }
        if (sent.body().stream().anyMatch(each -> !isOneLine(FilledTemplate.text(each)))
                || (sent.header().path("type").asText().equals("text")
                        && !isOneLine(FilledTemplate.text(sent.header())))) {
            return no(
                    400,
                    100,
                    "Invalid parameter: Param text cannot be empty, nor have new-line/tab characters or more than 4 consecutive spaces");
        }
        if (sent.buttons().values().stream()
                .anyMatch(each -> each.value().isEmpty()
                        || (each.kind().equals("copy_code") && each.value().length() > LONGEST_CODE))) {
            return no(400, 131008, "Required parameter is missing: a button's value");
        }
        var lacking = lacking(sent.header());
        if (!lacking.isEmpty()) {
            return no(400, 131008, "Required parameter is missing: header: " + lacking);
        }
        return shelf.isEmpty() ? Optional.empty() : against(shelf.find(sent.name(), sent.language()), sent);
    }

    private static boolean isOneLine(String text) {
        return ONE_LINE.matcher(text).matches();
    }

    private static String lacking(JsonNode header) {
        var type = header.path("type").asText();
        var value = header.path(type);
        return switch (type) {
            case "image", "video", "document" -> value.has("link") || value.has("id") ? "" : type + " needs link or id";
            case "location" ->
                List.of("latitude", "longitude", "name", "address").stream()
                        .filter(each -> value.path(each).asText().isEmpty())
                        .collect(Collectors.joining(", "));
            default -> "";
        };
    }

    private static Optional<Fault> against(JsonNode known, FilledTemplate sent) {
        if (known.isMissingNode()) {
            return no(
                    404,
                    132001,
                    "Template name does not exist in the translation: " + sent.name() + " in " + sent.language());
        }
        return header(TemplateShelf.part(known, "HEADER"), sent)
                .or(() -> body(TemplateShelf.part(known, "BODY"), sent.body()))
                .or(() -> buttons(TemplateShelf.part(known, "BUTTONS").path("buttons"), sent));
    }

    /** On Messenger a picture stays as it was registered; so none needs to be sent there. */
    private static Optional<Fault> header(JsonNode known, FilledTemplate sent) {
        var format = known.path("format").asText("TEXT").toUpperCase(Locale.ROOT);
        var received = sent.header().path("type").asText("unknown").toUpperCase(Locale.ROOT);
        if (format.equals("TEXT")) {
            var expected = variables(known.path("text").asText()).size();
            return count("header", expected, sent.header().isMissingNode() ? 0 : 1);
        }
        return format.equals(received) || sent.isMessengers()
                ? Optional.empty()
                : no(
                        400,
                        132012,
                        "Parameter format does not match format in the created template: header: Format mismatch, expected "
                                + format + ", received " + received);
    }

    private static Optional<Fault> body(JsonNode known, List<JsonNode> sent) {
        var expected = variables(known.path("text").asText());
        var received =
                sent.stream().map(each -> each.path("parameter_name").asText()).toList();
        var byName = expected.stream().anyMatch(name -> !name.matches("\\d+"));
        return count("body", expected.size(), sent.size())
                .or(() -> byName && !received.containsAll(expected)
                        ? no(
                                400,
                                132012,
                                "Parameter format does not match format in the created template: body: expected the names "
                                        + String.join(", ", expected))
                        : Optional.empty());
    }

    static List<String> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static Optional<Fault> count(String where, int expected, int received) {
        return expected == received
                ? Optional.empty()
                : no(
                        400,
                        132000,
                        "Number of parameters does not match the expected number of params: " + where
                                + ": number of localizable_params (" + received
                                + ") does not match the expected number of params (" + expected + ")");
    }

    /** Those that do not change may be left out; what is sent must be for a button of that kind. */
    private static Optional<Fault> buttons(JsonNode known, FilledTemplate sent) {
        var filled = sent.buttonsAmong(known);
        for (var at : filled.keySet()) {
            if (at >= known.size()) {
                return no(
                        400,
                        132000,
                        "Number of parameters does not match the expected number of params: buttons: there is no button at index "
                                + at);
            }
        }
        for (int at = 0; at < known.size(); at++) {
            if (TemplateShelf.isFilled(known.path(at)) && !filled.containsKey(at)) {
                return no(
                        400,
                        131008,
                        "Required parameter is missing: buttons: Button at index " + at + " requires a parameter");
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> no(int status, int code, String why) {
        return Optional.of(new Fault(status, code, why));
    }
}
