package dev.shopbell.nlu.knowledge;

import dev.shopbell.nlu.embed.BgeEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A library that is read from its file when somebody first asks it something: starting up costs nothing more. */
public final class OpenLibrary implements Supplier<Library> {
    private final Path file;
    private @Nullable Library open;

    public OpenLibrary(Path file) {
        this.file = file;
    }

    /** @throws UncheckedIOException if the file is not an index; the message says how to make one */
    @Override
    public synchronized Library get() {
        var library = open;
        if (library == null) {
            try {
                library = new Library(KnowledgeFile.read(file), BgeEncoder::shared);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
            open = library;
        }
        return library;
    }
}
