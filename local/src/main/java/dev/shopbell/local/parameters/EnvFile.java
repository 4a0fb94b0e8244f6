package dev.shopbell.local.parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --env} files: {@code KEY=VALUE} lines, {@code #} comments, quotes where a value needs them. */
public final class EnvFile {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

    private EnvFile() {}

    /**
     * The settings in a file, in its order.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when a line is neither a setting nor a comment, with file and line
     */
    public static Map<String, String> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no settings file " + file + ". Check --env.");
        }
        return parse(file.toString(), Files.readAllLines(file));
    }

    static Map<String, String> parse(String shownAs, List<String> lines) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher setting = LINE.matcher(line);
            if (!setting.matches()) {
                throw new IllegalArgumentException(
                        shownAs + ":" + (i + 1) + ": this is no setting. Write KEY=VALUE, or # before a comment.");
            }
            settings.put(setting.group(1), value(setting.group(2)));
        }
        return settings;
    }

    private static String value(String written) {
        if (!written.isEmpty() && (written.charAt(0) == '"' || written.charAt(0) == '\'')) {
            int end = written.indexOf(written.charAt(0), 1);
            if (end > 0) {
                return written.substring(1, end);
            }
        }
        return written.replaceFirst("\\s+#.*$", "").strip(); // only after a space: a secret may hold a #
    }
}
