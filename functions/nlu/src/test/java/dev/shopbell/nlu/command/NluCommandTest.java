package dev.shopbell.nlu.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.definition.BotCompiler;
import dev.shopbell.nlu.TinyShop;
import dev.shopbell.nlu.model.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NluCommandTest {
    private static final Path BAKERY = Path.of("../../bots/bakery");

    private final Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    NluCommandTest(@TempDir Path folder) {
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

    private Path table(String name) throws IOException {
        var rows = TinyShop.examples().examples().getOrDefault("en", List.of()).stream()
                .map(row -> row.text() + "\t" + row.label())
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(name), rows + "\nwhat is the weather like\toos\nplay music\toos\n");
    }

    @Test
    void evaluates_and_ends_with_one_line_of_json() throws IOException {
        var table = table("t.tsv").toString();

        assertThat(run(
                        NluCommand::run,
                        "evaluate",
                        "--train",
                        table,
                        "--test",
                        table,
                        "--oos",
                        "oos",
                        "--locale",
                        "en"))
                .isZero();
        assertThat(said())
                .matches("\\{\"accuracy\":1\\.0+,\"macroF1\":1\\.0+,\"inScopeAccuracy\":[\\d.]+,\"oosRecall\":[\\d.]+,"
                        + "\"oosPrecision\":[\\d.]+,\"oosAuroc\":[\\d.]+,\"ece\":[\\d.]+,\"p50Ms\":[\\d.]+,\"p99Ms\":[\\d.]+,"
                        + "\"trainSeconds\":[\\d.]+,\"modelBytes\":\\d+}\\n");
    }

    @Test
    void leaves_the_out_of_scope_figures_open_when_no_label_was_named() throws IOException {
        var table = table("t.tsv").toString();

        assertThat(run(NluCommand::run, "evaluate", "--train", table, "--val", table, "--test", table))
                .isZero();
        assertThat(said()).contains("\"oosRecall\":null,\"oosPrecision\":null,\"oosAuroc\":null");
    }

    @Test
    void evaluates_how_bots_tell_strangers_and_learns_from_them_what_is_usual() throws IOException {
        var bot = Files.createDirectories(folder.resolve("shop.en"));
        Files.copy(table("t.tsv"), bot.resolve("train.tsv"));
        Files.writeString(
                bot.resolve("test.tsv"),
                "wher is my order please\torder_status\nqwpo zxcm\toos:nonsense\nwho won the war\toos:far\n");

        assertThat(run(NluCommand::run, "evaluate-scope", "--bots", folder.toString(), "--learn"))
                .isZero();

        assertThat(said().lines().filter(line -> line.startsWith("shop.en")).findFirst())
                .hasValueSatisfying(line -> assertThat(line.split(" +"))
                        .containsExactly("shop.en", "100.0", "100.0", "NaN", "100.0", "100.0", "100.0"));
        assertThat(said()).contains("# scope-by-words.tsv", "# scope.tsv");
    }

    @Test
    void tells_where_bots_are_missing() {
        assertThat(run(NluCommand::run, "evaluate-scope", "--bots", folder.toString()))
                .isEqualTo(1);

        assertThat(complained()).contains("There are no bots here").contains("few-rows");
    }

    @Test
    void trains_a_file_that_parse_reads() throws IOException {
        var model = folder.resolve("deep/m").toString();

        assertThat(run(NluCommand::run, "train", "--train", table("t.tsv").toString(), "--out", model))
                .isZero();
        assertThat(run(NluCommand::run, "parse", "where is my order", "--model", model, "--json"))
                .isZero();
        assertThat(said()).contains("\"name\":\"order_status\"");
    }

    @Test
    void parses_for_people_from_a_bots_files() {
        assertThat(run(NluCommand::run, "parse", "where is my order 1042?", "--bot", BAKERY.toString()))
                .isZero();
        assertThat(said()).contains("order_status", "order_number", "1042", "in scope");
    }

    @Test
    void explains_a_parse_as_a_table_and_as_json() {
        var text = "is there gluten in the croissants";

        assertThat(run(NluCommand::run, "parse", text, "--bot", BAKERY.toString(), "--explain"))
                .isZero();
        assertThat(said()).contains("Why allergens", "gluten", "Nearest examples");
        out.reset();
        assertThat(run(NluCommand::run, "parse", text, "--bot", BAKERY.toString(), "--explain", "--json"))
                .isZero();
        assertThat(said()).contains("\"words\":[{\"word\":\"is\"", "\"nearest\":[", "\"reasons\":[");
    }

    @Test
    void writes_a_report_of_the_examination() throws IOException {
        var table = table("t.tsv").toString();
        var report = folder.resolve("report");

        assertThat(run(
                        NluCommand::run,
                        "evaluate",
                        "--train",
                        table,
                        "--test",
                        table,
                        "--oos",
                        "oos",
                        "--report",
                        report.toString()))
                .isZero();
        assertThat(report.resolve("report.html")).content().contains("order_status");
        assertThat(report.resolve("calibration.svg")).exists();
    }

    @Test
    void tells_how_to_mend_a_command_that_it_cannot_follow() {
        assertThat(run(NluCommand::run)).isEqualTo(2);
        assertThat(run(NluCommand::run, "dance")).isEqualTo(2);
        assertThat(run(NluCommand::run, "parse")).isEqualTo(2);
        assertThat(run(NluCommand::run, "evaluate", "--train")).isEqualTo(2);
        assertThat(run(NluCommand::run, "evaluate", "--tset", "x")).isEqualTo(2);
        assertThat(run(PackageBot::run, "--bot", BAKERY.toString())).isEqualTo(2);
        assertThat(complained())
                .contains(
                        "What shall be done?", "There is no \"nlu dance\"", "nothing to parse", "--train needs a value")
                .contains("There is no option --tset", "--out is missing");
    }

    @Test
    void names_file_and_line_of_a_row_that_is_none() throws IOException {
        var broken = Files.writeString(folder.resolve("b.tsv"), "hello\tgreet\nno tab here\n");

        assertThat(run(NluCommand::run, "evaluate", "--train", broken.toString(), "--test", broken.toString()))
                .isEqualTo(1);
        assertThat(complained()).contains("b.tsv:2: ");
        assertThat(run(NluCommand::run, "evaluate", "--train", "nowhere.tsv", "--test", "x"))
                .isEqualTo(1);
        assertThat(complained()).contains("nowhere.tsv: There is no such file.");
    }

    @Test
    void packages_the_bakery_for_the_functions() throws IOException {
        assertThat(run(PackageBot::run, "--bot", BAKERY.toString(), "--out", folder.toString()))
                .isZero();

        assertThat(BotCompiler.read(folder.resolve("bot")).intents()).isNotEmpty();
        assertThat(ModelFile.read(folder.resolve("bot/nlu.model")).heads()).hasSize(2);
        assertThat(folder.resolve("bot/manifest.json")).content().contains("crossValidatedAccuracy", "modelSha256");
    }

    @Test
    void tells_every_problem_of_a_bot_with_its_place() {
        assertThat(run(CheckBot::run, "--bot", BAKERY.toString())).isZero();
        assertThat(said()).contains("is valid");
        assertThat(run(PackageBot::run, "--bot", folder.toString(), "--out", folder.toString()))
                .isEqualTo(1);
        assertThat(run(CheckBot::run, "--bot", folder.toString())).isEqualTo(1);
        assertThat(complained()).contains("bot.yaml:1: ", "1 problem to mend.");
    }

    @Test
    void tells_which_answers_are_dear_by_sms_and_why() throws IOException {
        System.setProperty("shopbell.home", "../..");
        try {
            assertThat(run(CheckBot::run, "--bot", BAKERY.toString())).isZero();
        } finally {
            System.clearProperty("shopbell.home");
        }
        assertThat(complained())
                .contains(
                        "allergens.yaml:7: warning: by SMS this takes 2 segments, $0.0166, since it has 256 characters, and"
                                + " one segment has 160. Shorten it.",
                        "location.yaml:8: warning: by SMS this takes 2 segments, $0.0166, since \"ú\" is not in the GSM"
                                + " alphabet, which makes it UCS-2; without such characters it would take 1.");
    }
}
