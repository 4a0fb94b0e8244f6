package dev.shopbell.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.shopbell.running.Bot;
import dev.shopbell.template.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The README's way to AWS, as far as it can be looked at without an account. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeployBlockTest {

    private final String block = Page.README.blocks().stream()
            .filter(each -> each.contains("sam deploy"))
            .findFirst()
            .orElseThrow();
    private final List<String> deploy = block.lines()
            .filter(line -> line.startsWith("sam deploy"))
            .flatMap(line -> Stream.of(line.split(" ")))
            .toList();

    private static Tool sam() {
        return Tool.find("sam").orElseGet(() -> abort("Install aws-sam-cli (pip install aws-sam-cli) to run this"));
    }

    @Test
    void is_a_script_that_a_shell_understands() {
        var outcome = Bot.shell("bash -n", block);

        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    @Test
    void packages_into_the_folder_that_the_template_deploys() {
        var out = Pattern.compile("--out (\\S+)")
                .matcher(block)
                .results()
                .findFirst()
                .orElseThrow();

        assertThat(String.join(
                        "\n", Page.read(Path.of("infra", "template.yaml")).lines()))
                .contains("ContentUri: ../" + out.group(1));
    }

    @Test
    void gives_sam_only_options_that_it_has() {
        var help = sam().run(Bot.home(), List.of("deploy", "--help")).output();

        assertThat(deploy.stream().filter(word -> word.startsWith("-")))
                .isNotEmpty()
                .allSatisfy(option ->
                        assertThat(help).containsPattern("(?<![\\w-])" + Pattern.quote(option) + "(?![\\w-])"));
    }

    @Test
    void names_the_settings_file_where_sam_finds_it() {
        // The same options: SAM refuses a file that is not there, and looks for it beside the template.
        var options = deploy.stream().skip(2).filter(word -> !word.equals("--guided"));

        var outcome = sam().run(
                        Bot.home(),
                        Stream.concat(Stream.of("validate"), options).toList());

        assertThat(outcome.code()).as(outcome.output()).isZero();
    }
}
