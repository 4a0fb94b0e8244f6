package dev.shopbell.nlu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RasaProjectTest {
    private static final String NLU = """
            version: "3.1"
            nlu:
            - intent: greet
              examples: |
                - moin
                - hi there
                - good day to you
            - intent: rent_bike
              examples: |
                - I want a [city bike](kind) tomorrow
                - rent a [racer]{"entity": "kind", "value": "road bike"}
                - from [Bremen]{"entity": "town", "role": "from"} please
                - one [tandem](kind:two seater) for us
            - intent: faq/opening
              examples:
              - text: |
                  when do you open
              - text: are you open on sundays
                metadata: {sentiment: neutral}
              - text: opening times
            - synonym: city bike
              examples: |
                - town bike
                - dutch bike
            - synonym: nowhere
              examples: |
                - who knows
            - lookup: colour
              examples: |
                - red
                - blue
            - regex: voucher
              examples: |
                - \\bV-\\d{5}\\b
                - \\bX\\d{3}\\b
            """;
    private static final String DOMAIN = """
            version: "3.1"
            responses:
              utter_greet:
              - text: "Moin! What can I do?"
                buttons:
                - title: "Rent"
                  payload: '/rent_bike{"kind": "city bike"}'
              - text: "Good day!"
              utter_faq/opening:
              - text: "From nine to six."
                image: "https://example.org/door.png"
              utter_price_of_bikes:
              - text: "It costs {amount}."
              utter_lost:
              - text: "Hm."
            forms:
              rent_form:
                required_slots: [kind]
            """;
    private static final String RULES = """
            rules:
            - rule: renting
              steps:
              - intent: rent_bike
              - action: utter_price_of_bikes
            - rule: long
              steps:
              - intent: greet
              - action: rent_form
              - active_loop: rent_form
            """;

    private final Foreign project;

    RasaProjectTest(@TempDir Path folder) {
        this.project = new Foreign(folder);
    }

    private Foreign.Done imported() throws Exception {
        return project.with("data/nlu.yml", NLU)
                .with("domain.yml", DOMAIN)
                .with("data/rules.yml", RULES)
                .with("data/lists.md", "## old")
                .imported(Format.RASA, "en");
    }

    @Test
    void examples_lose_their_marks_and_keep_their_words() throws Exception {
        var done = imported();

        assertThat(done.examples("rent_bike", "en"))
                .containsExactly(
                        "I want a city bike tomorrow", "rent a racer", "from Bremen please", "one tandem for us");
        assertThat(done.examples("faq_opening", "en"))
                .containsExactly("when do you open", "are you open on sundays", "opening times");
    }

    @Test
    void marked_words_synonyms_lists_and_patterns_become_entities() throws Exception {
        var done = imported();

        assertThat(done.entity("kind").values())
                .containsEntry("city bike", List.of("town bike", "dutch bike"))
                .containsEntry("road bike", List.of("racer"))
                .containsEntry("two seater", List.of("tandem"));
        assertThat(done.entity("colour").values()).containsOnlyKeys("red", "blue");
        assertThat("code V-12345 or X123")
                .containsPattern(done.entity("voucher").pattern());
    }

    @Test
    void responses_answer_by_rule_and_by_name() throws Exception {
        var done = imported();

        assertThat(done.answer("greet", "en")).isEqualTo("Moin! What can I do?");
        assertThat(done.answer("faq_opening", "en")).isEqualTo("From nine to six.");
        assertThat(done.answer("rent_bike", "en")).isEqualTo("It costs {amount}.");
        assertThat(done.bot().intent("greet").orElseThrow().choices()).containsExactly("rent_bike");
        assertThat(done.bot().intent("greet").orElseThrow().smallTalk()).isTrue();
    }

    @Test
    void what_is_not_taken_over_is_told_by_file_and_line() throws Exception {
        assertThat(imported().told())
                .anyMatch(left -> left.startsWith("data/nlu.yml:12: \"Bremen\" has a role"))
                .anyMatch(left -> left.startsWith("data/nlu.yml:") && left.contains("synonyms of \"nowhere\""))
                .anyMatch(left -> left.startsWith("domain.yml:") && left.contains("utter_lost"))
                .anyMatch(left -> left.startsWith("domain.yml:") && left.contains("\"image\""))
                .anyMatch(left -> left.startsWith("domain.yml:") && left.contains("\"forms\""))
                .anyMatch(left -> left.startsWith("domain.yml:") && left.contains("Good day!"))
                .anyMatch(left -> left.startsWith("data/rules.yml:") && left.contains("\"long\""))
                .anyMatch(left -> left.startsWith("data/lists.md:1: "))
                .anyMatch(left -> left.contains("the other product filled in"));
    }

    @Test
    void a_bot_that_calls_no_person_gets_an_intent_that_does() throws Exception {
        assertThat(imported().bot().intent("talk_to_person").orElseThrow().handover())
                .isTrue();
    }

    @Test
    void too_few_examples_are_filled_up_and_told() throws Exception {
        var done = project.with("nlu.yml", "nlu:\n- intent: hours\n  examples: |\n    - when are you open\n")
                .imported(Format.RASA, "en");

        assertThat(done.examples("hours", "en")).hasSizeGreaterThanOrEqualTo(3).startsWith("when are you open");
        assertThat(done.told()).anyMatch(left -> left.startsWith("intents/hours.yaml:1: \"hours\" had 1 example"));
    }

    @Test
    void broken_yaml_is_told_with_its_line() {
        assertThatThrownBy(() -> project.with("nlu.yml", "nlu:\n- intent: a\n  examples: [\n")
                        .imported(Format.RASA, ""))
                .hasMessageMatching("nlu\\.yml:\\d+: This is not YAML: .*");
    }

    @Test
    void aliases_that_unfold_without_end_are_refused() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> project.with("nlu.yml", bomb.toString()).imported(Format.RASA, ""))
                .hasMessageContaining("nlu.yml:");
    }

    @Test
    void yaml_nested_without_end_is_refused() {
        assertThatThrownBy(() ->
                        project.with("nlu.yml", "nlu: " + "[".repeat(50_000)).imported(Format.RASA, ""))
                .hasMessageStartingWith("nlu.yml:1: ");
    }

    @Test
    void tags_construct_nothing() throws Exception {
        var done = project.with(
                        "nlu.yml",
                        "nlu:\n- intent: !!java.net.URL 'http://example.org'\n  examples: |\n    - a b\n    - c d\n    - e f\n")
                .imported(Format.RASA, "");

        assertThat(done.bot().intents()).hasSize(2);
    }
}
