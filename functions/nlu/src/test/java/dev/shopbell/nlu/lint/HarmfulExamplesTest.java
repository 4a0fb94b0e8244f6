package dev.shopbell.nlu.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HarmfulExamplesTest {
    private static final Path FILE = Path.of("t.tsv");

    private final List<Row> rows = new ArrayList<>();

    private HarmfulExamplesTest with(String intent, String... texts) {
        return in("en", intent, texts);
    }

    private HarmfulExamplesTest in(String language, String intent, String... texts) {
        for (var text : texts) {
            rows.add(new Row(FILE, rows.size() + 1, text, intent, language));
        }
        return this;
    }

    private List<Finding> found(Kind kind) {
        return Lint.of(rows, List.of()).stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    @Test
    void one_text_of_two_intents_contradicts_itself() {
        with("hours", "when are you open").with("location", "When are you OPEN?");

        assertThat(found(Kind.CONTRADICTORY)).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.toString())
                    .startsWith(
                            "t.tsv:2: contradictory: \"When are you OPEN?\" is an example of location, and at t.tsv:1 of"
                                    + " hours.")
                    .contains("That hurts:", "Keep it in the one");
        });
    }

    @Test
    void the_same_text_is_found_but_for_accents_and_case_and_as_it_is() {
        in("es", "pedido", "¿Dónde está mi pedido?", "donde esta mi pedido", "¿Dónde está mi pedido?");

        assertThat(found(Kind.DUPLICATE)).extracting(Finding::line).containsExactly(2, 3);
        assertThat(found(Kind.DUPLICATE).getFirst().what()).contains("but for case");
    }

    @Test
    void the_same_text_in_two_languages_is_none_of_it() {
        in("en", "sms", "sms").in("de", "sms", "sms");

        assertThat(found(Kind.DUPLICATE)).isEmpty();
    }

    @Test
    void a_small_word_more_is_nearly_the_same_and_another_word_is_not() {
        with("track", "where is my big parcel now", "where is the big parcel now", "where is my big letter now");

        assertThat(found(Kind.NEAR_DUPLICATE)).extracting(Finding::line).containsExactly(2);
    }

    @Test
    void a_small_word_may_be_all_that_tells_two_intents_apart() {
        with("light_on", "please turn the lights on").with("light_off", "please turn the lights off");

        assertThat(found(Kind.CONTRADICTORY)).isEmpty();
        assertThat(found(Kind.NEARLY_CONTRADICTORY)).extracting(Finding::line).containsExactly(2);
    }

    @Test
    void few_examples_and_far_more_than_usual_are_told() {
        with("small", "one two", "three four");
        for (var intent : List.of("a", "b", "c")) {
            for (var i = 0; i < 6; i++) {
                with(intent, intent + " thing number " + "x".repeat(i + 1));
            }
        }
        for (var i = 0; i < 40; i++) {
            with(
                    "big",
                    "large matter " + "abcdefghijklmnopqrstuvwxyz".substring(i / 2, i / 2 + 5) + (char) ('a' + i % 2));
        }

        assertThat(found(Kind.TOO_FEW)).extracting(Finding::what).containsExactly("small has 2 examples in en.");
        assertThat(found(Kind.UNBALANCED)).singleElement().satisfies(finding -> assertThat(finding.what())
                .isEqualTo("big has 40 examples in en, where intents usually have 6."));
    }

    @Test
    void what_is_learnt_may_not_be_examined() {
        with("hours", "when are you open", "opening times");
        var test = List.of(new Row(Path.of("u.tsv"), 7, "Opening times!", "hours", "en"));

        assertThat(Lint.of(rows, test)).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LEAKING);
            assertThat(finding.toString()).startsWith("u.tsv:7: leaking: ").contains("t.tsv:2");
        });
    }

    @Test
    void placeholders_are_told() {
        with("order", "where is {order}", "order [1042](number)", "TODO more", "where is order 1042", "a < b");

        assertThat(found(Kind.PLACEHOLDER)).extracting(Finding::line).containsExactly(1, 2, 3);
    }

    @Test
    void a_word_alone_is_told_where_other_intents_have_it() {
        with("order", "order").with("returns", "return my order").with("status", "my order please");
        with("person", "human", "a human please");

        assertThat(found(Kind.AMBIGUOUS_WORD)).extracting(Finding::line).containsExactly(1);
    }

    @Test
    void a_letter_is_overlong() {
        with("story", "word ".repeat(60));

        assertThat(found(Kind.OVERLONG)).hasSize(1);
    }

    @Test
    void a_row_in_another_language_is_told() {
        in("en", "hours", "when are you open", "what time do you open", "are you open on sunday")
                .in("es", "hours", "a qué hora abrís", "what time do you close", "abrís el domingo a qué hora");

        assertThat(found(Kind.WRONG_LANGUAGE)).extracting(Finding::line).containsExactly(5);
        assertThat(found(Kind.WRONG_LANGUAGE).getFirst().what()).contains("under \"es\" and looks like \"en\"");
    }

    @Test
    void intents_of_the_same_words_overlap() {
        with("cancel_order", "cancel my order", "I cancel the order", "order cancel please", "stop my order")
                .with("return_order", "cancel order", "please cancel my order now", "order to cancel", "give back")
                .with("hours", "when are you open", "opening times", "what time do you close", "closing time");

        assertThat(found(Kind.OVERLAPPING)).singleElement().satisfies(finding -> assertThat(finding.what())
                .startsWith("cancel_order and return_order overlap in en"));
    }

    @Test
    void any_other_model_may_tell_what_overlaps() {
        with("a", "one", "two", "three").with("b", "four");
        var answers = (HeldOutAnswers) all -> all.stream().map(row -> "b").toList();

        assertThat(Lint.of(rows, List.of(), answers))
                .filteredOn(finding -> finding.kind() == Kind.OVERLAPPING)
                .hasSize(1);
    }

    @Test
    void the_bakery_has_nothing_important_to_mend() throws Exception {
        var bakery = Examples.ofBot(Path.of("../../bots/bakery"));

        assertThat(bakery).hasSizeGreaterThan(200);
        assertThat(Lint.of(bakery, List.of()))
                .filteredOn(finding -> finding.kind().important())
                .isEmpty();
    }

    @Test
    void examples_know_their_lines(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("intents"));
        Files.writeString(
                folder.resolve("intents/a.yaml"), "intent: a\nexamples:\n  en:\n    - \"one\"\n    - \"two\"\n");
        Files.writeString(folder.resolve("t.tsv"), "one\ta\n\ntwo\tb\n");

        assertThat(Examples.ofBot(folder)).extracting(Row::line).containsExactly(4, 5);
        assertThat(Examples.ofTable(folder.resolve("t.tsv"), ""))
                .extracting(Row::line)
                .containsExactly(1, 3);
    }
}
