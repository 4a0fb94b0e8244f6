package dev.shopbell.nlu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExamplesInAndOutTest {
    private static final String BAKERY = "../../bots/bakery";

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    ExamplesInAndOutTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private int run(Command command, String... line) {
        return Command.exitCode(
                command,
                List.of(line),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void a_bot_goes_out_and_comes_back_valid() {
        assertThat(run(NluCommand::run, "export", "lex", "--bot", BAKERY, "--out", in("bot.zip")))
                .isZero();
        assertThat(run(NluCommand::run, "import", "lex", in("bot.zip"), "--out", in("back")))
                .isZero();
        assertThat(said()).contains("Imported 16 intents", "in en, es", "IMPORTED.md");
        assertThat(run(CheckBot::run, "--bot", in("back"))).isZero();
        assertThat(folder.resolve("back/IMPORTED.md")).content().contains("`bot.yaml:1`: The time zone was not known.");
    }

    @Test
    void one_language_goes_into_one_file() {
        assertThat(run(NluCommand::run, "export", "qnabot", "--bot", BAKERY, "--locale", "es", "--out", in("es.json")))
                .isZero();
        assertThat(run(NluCommand::run, "import", "qnabot", in("es.json"), "--out", in("back")))
                .isZero();
        assertThat(said()).contains("in es into");
    }

    @Test
    void what_cannot_be_followed_is_told_with_the_mend() {
        assertThat(run(NluCommand::run, "import", "word", "x", "--out", in("o")))
                .isEqualTo(2);
        assertThat(run(NluCommand::run, "import", "rasa")).isEqualTo(2);
        assertThat(run(NluCommand::run, "export", "rasa", "--bot", BAKERY)).isEqualTo(2);
        assertThat(run(NluCommand::run, "export", "csv", "--bot", BAKERY, "--locale", "fr", "--out", in("o")))
                .isEqualTo(2);
        assertThat(run(NluCommand::run, "import", "rasa", "nowhere", "--out", in("o")))
                .isEqualTo(1);
        assertThat(run(NluCommand::run, "lint")).isEqualTo(2);
        assertThat(complained())
                .contains(
                        "There is no format \"word\". Formats are: rasa, qnabot, dialogflow, lex, csv.",
                        "--out is missing",
                        "The bot does not speak \"fr\". It speaks: en, es.",
                        "nowhere:1: There is no such file or folder.");
    }

    @Test
    void lint_warns_and_fails_only_when_it_shall() throws IOException {
        var table = Files.writeString(folder.resolve("t.tsv"), "hello\tgreet\nHello!\tbye\n");

        assertThat(run(NluCommand::run, "lint", "--train", table.toString())).isZero();
        assertThat(run(NluCommand::run, "lint", "--train", table.toString(), "--strict"))
                .isEqualTo(1);
        assertThat(said()).contains("t.tsv:2: contradictory: \"Hello!\"", "2 examples, ", "1 contradictory");
    }

    @Test
    void lint_reads_a_bots_files_and_a_table_to_examine() throws IOException {
        Files.writeString(folder.resolve("t.tsv"), "where are you now\tlocation\n");
        Files.writeString(folder.resolve("u.tsv"), "Where are you now?\tlocation\n");

        assertThat(run(NluCommand::run, "lint", "--bot", BAKERY)).isZero();
        assertThat(said()).contains("examples");
        assertThat(run(NluCommand::run, "lint", "--train", in("t.tsv"), "--test", in("u.tsv")))
                .isZero();
        assertThat(said()).contains("u.tsv:1: leaking: ");
    }

    @Test
    void check_tells_what_is_important_in_the_examples() throws IOException {
        run(NluCommand::run, "export", "csv", "--bot", BAKERY, "--out", in("b.csv"));
        run(NluCommand::run, "import", "csv", in("b.csv"), "--out", in("bot"));
        var file = folder.resolve("bot/intents/thanks.yaml");
        Files.writeString(file, Files.readString(file).replace("\"Thanks\"\n    -", "\"when are you OPEN\"\n    -"));

        assertThat(run(CheckBot::run, "--bot", in("bot"))).isZero();
        assertThat(complained()).containsPattern("thanks\\.yaml:\\d+: contradictory: \"when are you OPEN\"");
    }
}
