package dev.shopbell.nlu.embed;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the sentence model lies: as plain files beside the function's classes ({@code /var/task} in Lambda), since a file is
 * mapped into memory as it is, while what is in a jar must be unpacked at every start. The build fills the folder
 * ({@link PrepareModel}).
 */
record ModelFolder(Path path) {
    /** Names the folder where the classes are not yet in a package: in tests. */
    static final String PROPERTY = "shopbell.sentence.model";

    static final String NAME = "sentence-model";
    static final String MODEL = "model.onnx";
    static final String WEIGHTS = "weights.bin";
    static final String VOCABULARY = "vocabulary.bin";

    /**
     * The folder of the package that this class comes from.
     *
     * @throws IOException if there is none
     */
    static ModelFolder ofThisPackage() throws IOException {
        var named = System.getProperty(PROPERTY);
        var folder = named == null ? besideClasses() : Path.of(named);
        if (!Files.isRegularFile(folder.resolve(MODEL))) {
            throw new IOException(folder + " is missing in the package. Build it anew: ./bot build");
        }
        return new ModelFolder(folder);
    }

    private static Path besideClasses() throws IOException {
        try {
            var source = ModelFolder.class.getProtectionDomain().getCodeSource().getLocation();
            var classes = Path.of(source.toURI());
            return Files.isDirectory(classes) ? classes.resolve(NAME) : classes.resolveSibling(NAME);
        } catch (URISyntaxException e) {
            throw new IOException("The package is in no place on a disk", e);
        }
    }

    /** The graph; it names {@link #WEIGHTS} as the file beside it. */
    Path model() {
        return path.resolve(MODEL);
    }

    /** The vocabulary, as {@link PieceTable} reads it. */
    byte[] vocabulary() throws IOException {
        return Files.readAllBytes(path.resolve(VOCABULARY));
    }

    /**
     * This machine's native libraries, in folders named as in ONNX Runtime's jar; there is no such folder for a machine that
     * the package was not made for.
     */
    Path natives() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "osx" : "linux";
        var chip = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x64";
        return path.resolveSibling(Path.of("ai", "onnxruntime", "native", system + "-" + chip));
    }
}
