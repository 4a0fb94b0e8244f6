package dev.shopbell.conversation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a template says where the platform has none. */
final class TemplateInWords {

    private TemplateInWords() {}

    /**
     * With something to choose if it has answers, else with its picture or place; everything that is left becomes a line. Of the
     * title above, the variable's words are all that we know.
     */
    static Reply of(Reply.Template template) {
        var answers = answers(template);
        var header = template.fields().header();
        var words = lines(
                Stream.of(header instanceof TemplateFields.Words title ? title.text() : "", template.text()),
                template.fields().buttons().stream().map(TemplateInWords::line));
        if (!answers.isEmpty()) {
            return new Reply.Choices(lines(Stream.of(words), Stream.of(line(header))), answers);
        }
        return switch (header) {
            case TemplateFields.NoHeader ignored -> new Reply.Text(words);
            case TemplateFields.Words ignored -> new Reply.Text(words);
            case TemplateFields.Picture picture ->
                new Reply.Media(words, picture.kind(), picture.url(), picture.name());
            case TemplateFields.Spot spot ->
                new Reply.Place(words, spot.latitude(), spot.longitude(), spot.name(), spot.address());
        };
    }

    /** Without a value of its own, an answer's title comes back, as from the platform. */
    static List<Option> answers(Reply.Template template) {
        return template.fields().buttons().stream()
                .flatMap(button -> button instanceof TemplateFields.Answer answer
                        ? Stream.of(answer.said())
                        : Stream.<Option>empty())
                .toList();
    }

    private static String line(TemplateFields.Header header) {
        return switch (header) {
            case TemplateFields.NoHeader ignored -> "";
            case TemplateFields.Words ignored -> "";
            case TemplateFields.Picture picture -> labelled(picture.name(), picture.url());
            case TemplateFields.Spot spot -> labelled(spot.name(), spot.address());
        };
    }

    /** A form opens inside its platform only. */
    private static String line(TemplateFields.Press button) {
        return switch (button) {
            case TemplateFields.Page page -> labelled(page.title(), page.link().url());
            case TemplateFields.Code code -> code.code();
            case TemplateFields.Call call -> labelled(call.title(), call.phone());
            case TemplateFields.Answer ignored -> "";
            case TemplateFields.Flow ignored -> "";
        };
    }

    private static String labelled(String label, String what) {
        return label.isBlank() ? what : what.isBlank() ? label : label + ": " + what;
    }

    private static String lines(Stream<String> first, Stream<String> then) {
        return Stream.concat(first, then).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
