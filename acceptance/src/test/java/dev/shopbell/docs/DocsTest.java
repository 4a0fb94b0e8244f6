package dev.shopbell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.running.Bot;
import dev.shopbell.running.LocalShop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader of README and tour types what they say, in the project's directory, while the {@code ./bot up} runs that they
 * tell of, with all the options that they name. Only names that stand for something are replaced by such a thing.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocsTest {

    private static final Pattern OPTION = Pattern.compile("--([a-z]+) (\\S+)");

    /** What a page may tell a reader to type, and what is to be seen then. */
    private static final Map<String, String> SEEN = Map.ofEntries(
            Map.entry("check", "is valid"),
            Map.entry("nlu ask", "from      Keeping bread"),
            Map.entry("nlu parse", "Why order_status"),
            Map.entry("nlu lint", "to look at"),
            Map.entry("package", "Packaged"),
            Map.entry("ps", "DialogueFunction"),
            Map.entry("read", "\"kind\":\"text\""),
            Map.entry("send", "→ 200"),
            Map.entry("stats", "turns, counted up to"),
            Map.entry("tickets", ""),
            Map.entry("token", "eyJ"));

    /** What runs this very test, or takes minutes: that there is such a command, ReferencesTest looks after. */
    private static final List<String> NOT_HERE = List.of("build", "test", "bench");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LocalShop shop;

    @SuppressWarnings("NullAway.Init")
    private static String ticket;

    @BeforeAll
    static void do_what_the_pages_begin_with() throws IOException {
        copy(Bot.home().resolve(Path.of("bots", "bakery")), folder.resolve("mine"));
        Files.writeString(folder.resolve("FILE"), "WEB_TOKEN_SECRET=any-long-random-text\n");
        shop = LocalShop.start(optionsOfUp().toArray(String[]::new));
        assertThat(Bot.shell("./bot send sms \"I want to talk to a person\" --from +34600850100", "")
                        .code())
                .isZero();
        ticket = Pattern.compile("T-\\S+")
                .matcher(Bot.shell("./bot tickets", "").output())
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    /** All the options that any page gives to {@code ./bot up}. */
    private static List<String> optionsOfUp() {
        var options = new ArrayList<String>();
        commands()
                .filter(command -> command.startsWith("./bot up"))
                .flatMap(command -> OPTION.matcher(command).results())
                .collect(Collectors.toMap(
                        option -> "--" + option.group(1), option -> real(option.group(2)), (one, same) -> one))
                .forEach((name, value) -> options.addAll(List.of(name, value)));
        return options;
    }

    private static Stream<String> commands() {
        return Stream.of(Page.README, Page.TOUR)
                .flatMap(page -> page.commands().stream())
                .distinct();
    }

    /** A line as the reader would complete it. */
    private static String real(String line) {
        return line.replace("bots/mine", folder.resolve("mine").toString())
                .replace("target/bot-layer", folder.resolve("layer").toString())
                .replaceAll("\\bDIR\\b", folder.resolve("data").toString())
                .replaceAll("\\bFILE$", folder.resolve("FILE").toString())
                .replaceAll("FILE…|events/…", "events/webhook/whatsapp-text.json")
                .replaceAll("T-…", String.valueOf(ticket));
    }

    @TestFactory
    Stream<DynamicTest> every_command_does_what_it_says() {
        return commands()
                .filter(command -> !NOT_HERE.contains(word(command)))
                .map(command -> DynamicTest.dynamicTest(command, () -> type(command)));
    }

    /** The command's first word; of {@code nlu}, which is many commands, the first two. */
    private static String word(String command) {
        var words = command.split(" ", -1);
        return words[1].equals("nlu") ? words[1] + " " + words[2] : words[1];
    }

    private static void type(String command) {
        switch (word(command)) {
            case "up" -> assertThat(shop.printed()).anyMatch(line -> line.startsWith("Ready: http://127.0.0.1:"));
            case "chat" -> {} // see the sample conversation
            case "bill" ->
                assertThat(Bot.shell(command, "").output())
                        .containsAnyOf("A month without visitors", "Make one: ./bot bench");
            default -> {
                assertThat(SEEN).as("what is to be seen after " + command).containsKey(word(command));
                var outcome = Bot.shell(real(command), "");
                assertThat(outcome.output()).contains(SEEN.get(word(command)));
                if (command.contains("¿Cuándo abrís?")) {
                    assertThat(outcome.output()).contains("Domingo: 7:00");
                }
                assertThat(outcome.code()).as(outcome.output()).isZero();
            }
        }
    }

    @Test
    void the_sample_conversation_is_what_the_terminal_shows() {
        var sample = Page.README.blocks().stream()
                .filter(block -> block.startsWith("./bot chat"))
                .findFirst()
                .orElseThrow();
        Function<Boolean, String> lines = typed -> sample.lines()
                .skip(1)
                .filter(line -> line.startsWith("you: ") == typed)
                .map(line -> line.replaceFirst("^you: ", "") + "\n")
                .collect(Collectors.joining());

        assertThat(Bot.shell("./bot chat", lines.apply(true)).output()).isEqualTo(lines.apply(false));
    }

    @Test
    void dead_letters_are_sent_back_by_the_request_that_the_tour_shows() throws Exception {
        var address = Page.TOUR
                .inCode(Pattern.compile("curl -X POST (\\S+)"))
                .findFirst()
                .orElseThrow()
                .group(1);
        var here =
                URI.create(address.replace("http://127.0.0.1:8080", shop.url().toString()));

        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(here)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
