package dev.shopbell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.running.Bot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages name is there: files, commands, settings, the template's names. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferencesTest {

    private static final Pattern COMMAND = Pattern.compile("\\./bot ([a-z]+)");
    private static final Pattern SETTING = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");
    private static final Pattern NAME_IN_TEMPLATE = Pattern.compile("(?<!--type )\\b(?:[A-Z][a-z]+){2,}\\b");

    /** What {@code ./bot} can be told to do. */
    private static final Set<String> COMMANDS = commands();

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_somewhere(Page page) {
        var folder = Bot.home().resolve(page.file()).resolveSibling("");
        var dead = page.links().stream()
                .filter(link -> !link.matches("[a-z]+:.*"))
                .map(link -> link.replaceFirst("#.*$", ""))
                .filter(link -> !Files.exists(folder.resolve(link)))
                .toList();

        assertThat(dead).as("links of " + page + " that lead nowhere").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_command_exists(Page page) {
        assertThat(COMMANDS).contains("test", "check", "up", "chat");
        assertThat(page.inCode(COMMAND).map(found -> found.group(1))).isSubsetOf(COMMANDS);
    }

    @Test
    void every_setting_of_the_readme_is_read_somewhere() {
        var template = read(Path.of("infra", "template.yaml"));
        var code = new StringBuilder(template);
        for (var module : List.of("functions", "channels", "platform", "local", "acceptance")) {
            sources(Bot.home().resolve(module)).forEach(file -> code.append(read(file)));
        }
        var parameters =
                parameters(template).map(name -> name.toUpperCase(Locale.ROOT)).toList();
        var unknown = Page.README
                .inCode(SETTING)
                .map(found -> found.group())
                .filter(name ->
                        !code.toString().contains("\"" + name + "\"") && !parameters.contains(name.replace("_", "")))
                .toList();

        assertThat(unknown).isEmpty();
    }

    @Test
    void every_parameter_and_output_of_the_readme_is_in_the_template() {
        var names = Pattern.compile("(?m)^  ([A-Za-z]+):")
                .matcher(read(Path.of("infra", "template.yaml")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(Page.README.inCode(NAME_IN_TEMPLATE).map(found -> found.group()))
                .as("names as the template's are written")
                .isNotEmpty()
                .isSubsetOf(names);
    }

    private static Set<String> commands() {
        var launcher = read(Path.of("bot"));
        var known = new TreeSet<String>();
        // What the launcher does itself, and what it hands on, which the server's own list names.
        Pattern.compile("(?m)^ +([a-z| ]+)\\)$")
                .matcher(launcher)
                .results()
                .forEach(found -> known.addAll(List.of(found.group(1).split(" \\| "))));
        COMMAND.matcher(Bot.run("help").output()).results().forEach(found -> known.add(found.group(1)));
        return known;
    }

    private static Stream<String> parameters(String template) {
        var section = template.substring(template.indexOf("\nParameters:"), template.indexOf("\nConditions:"));
        return Pattern.compile("(?m)^  ([A-Za-z]+):").matcher(section).results().map(found -> found.group(1));
    }

    private static List<Path> sources(Path module) {
        try (Stream<Path> files = Files.walk(module)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    // What is used; and the tests that ask for an endpoint.
                    .filter(file -> file.toString().contains("/src/main/")
                            || file.toString().contains("/shopbell/aws/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(Bot.home().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
