package dev.shopbell.definition;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code knowledge/}: documents ({@code .md}, {@code .html}, {@code .txt}) and questions ({@code .yaml}). A document is in the
 * bot's first language, or in the one that its name ends in: {@code returns.es.md}.
 */
public final class KnowledgeFiles {
    /** The folder's name in a bot. */
    public static final String FOLDER = "knowledge";

    private static final Pattern NAME =
            Pattern.compile("(?<stem>.*?)(\\.(?<language>[A-Za-z]{2,3}(-[A-Za-z0-9]+)*))?\\.(?<type>[A-Za-z0-9]+)");
    private static final Set<String> DOCUMENTS = Set.of("md", "html", "htm", "txt");
    /** More than any shop writes; a dump of something else would take minutes to read and help nobody. */
    private static final long MOST_BYTES = 2_000_000;

    private final Path folder;
    private final List<String> languages;
    private final List<Problem> problems;
    private final List<Knowledge.Document> documents = new ArrayList<>();
    private final List<Knowledge.Question> questions = new ArrayList<>();
    private final Set<String> sources = new LinkedHashSet<>();

    KnowledgeFiles(Path folder, List<String> languages, List<Problem> problems) {
        this.folder = folder;
        this.languages = languages;
        this.problems = problems;
    }

    /**
     * What a bot knows; nothing if it has no such folder.
     *
     * @param bot the bot's folder
     * @param languages the bot's, its first one first
     * @throws InvalidBotException with every problem found, by file and line
     * @throws IOException if a file cannot be read at all
     */
    public static Knowledge ofBot(Path bot, List<String> languages) throws IOException, InvalidBotException {
        return read(bot.resolve(FOLDER), languages);
    }

    /**
     * What stands in a folder of documents; nothing if it is not there.
     *
     * @param languages the first is that of files whose names say none
     * @throws InvalidBotException with every problem found, by file and line
     * @throws IOException if a file cannot be read at all
     */
    public static Knowledge read(Path folder, List<String> languages) throws IOException, InvalidBotException {
        var problems = new ArrayList<Problem>();
        var knowledge = new KnowledgeFiles(folder, languages, problems).read();
        if (!problems.isEmpty()) {
            throw new InvalidBotException(problems);
        }
        return knowledge;
    }

    Knowledge read() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Knowledge.NONE;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).sorted().toList()) {
                var name = String.valueOf(path.getFileName());
                if (!name.startsWith(".")) {
                    read(path, name);
                }
            }
        }
        return new Knowledge(documents, questions);
    }

    private void read(Path path, String name) throws IOException {
        var parts = NAME.matcher(name);
        var type = parts.matches() ? parts.group("type") : "";
        if (type.equals("yaml")) {
            new QuestionsReader(languages, sources).read(BotFiles.parse(path, problems), source(path), questions);
        } else if (!DOCUMENTS.contains(type)) {
            problem(
                    path,
                    1,
                    "A file of this kind cannot be read. Save it as .md, .html or .txt, or move it elsewhere.");
        } else if (Files.size(path) > MOST_BYTES) {
            problem(path, 1, "This is bigger than 2 MB. Keep what customers ask about, or cut it into several files.");
        } else {
            var written = parts.group("language");
            var language = written == null ? languages.getFirst() : written;
            if (languages.contains(language)) {
                document(path, type, parts.group("stem"), language);
            } else {
                problem(
                        path,
                        1,
                        "The bot does not speak \"" + language + "\", which this name ends in."
                                + Nearest.hint(language, languages)
                                + " Rename the file, or add the language to bot.yaml.");
            }
        }
    }

    private void document(Path path, String type, String stem, String language) throws IOException {
        String written;
        try {
            written = Files.readString(path);
        } catch (MalformedInputException e) {
            problem(path, 1, "This is not UTF-8 text. Save the file as UTF-8.");
            return;
        }
        var matter = FrontMatter.read(path, written, problems);
        var parts =
                switch (type) {
                    case "md" -> HtmlSections.ofMarkdown(matter.text());
                    case "txt" -> HtmlSections.ofPlain(matter.text());
                    default -> HtmlSections.ofHtml(matter.text());
                };
        var title = matter.title().isEmpty() ? parts.title() : matter.title();
        var sections = sections(source(path), title.isEmpty() ? named(stem) : title, parts.sections());
        if (sections.isEmpty()) {
            problem(path, 1, "There is no text in it. Write something or remove the file.");
        }
        var url = matter.url().isEmpty() ? parts.url() : matter.url();
        documents.add(new Knowledge.Document(source(path), language, url, sections));
    }

    private List<Knowledge.Section> sections(String file, String title, List<HtmlSections.Section> parts) {
        var sections = new ArrayList<Knowledge.Section>();
        for (var part : parts) {
            var headings = new ArrayList<>(part.headings());
            if (headings.isEmpty() || !headings.getFirst().equals(title)) {
                headings.addFirst(title);
            }
            var source = Slug.unique(file, headings.size() == 1 ? "" : headings.getLast(), sources);
            sections.add(new Knowledge.Section(source, String.join(" › ", headings), part.paragraphs()));
        }
        return sections;
    }

    /** {@code wedding-cakes} as {@code Wedding cakes}. */
    private static String named(String stem) {
        var words = stem.replaceAll("[-_]+", " ").strip();
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String source(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private void problem(Path path, int line, String message) {
        problems.add(new Problem(path, line, message));
    }
}
