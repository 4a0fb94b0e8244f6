package dev.shopbell.channels;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A recorded delivery; its source and licence stand beside it in {@code fixtures/index.tsv}.
 */
public final class Fixture {

    private final String file;
    private final String shows;
    private final JsonNode expect;
    private final byte[] body;

    private Fixture(String file, String shows, JsonNode expect, byte[] body) {
        this.file = file;
        this.shows = shows;
        this.expect = expect;
        this.body = body.clone();
    }

    /** What is to be made of it. */
    public JsonNode expect() {
        return expect;
    }

    public byte[] body() {
        return body.clone();
    }

    /** All of a folder of {@code fixtures/}. */
    public static List<Fixture> in(String folder) {
        return text("index.tsv")
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(row -> row[0].startsWith(folder + "/"))
                .map(row -> new Fixture(row[0], row[3], Fields.object(row[4]).orElseThrow(), bytes(row[0])))
                .toList();
    }

    /** One of them, by its name. */
    public static Fixture named(String file) {
        return in(file.substring(0, file.indexOf('/'))).stream()
                .filter(fixture -> fixture.file.equals(file))
                .findFirst()
                .orElseThrow();
    }

    /** Deliveries whose events are written down, not signatures or answers. */
    public static List<Fixture> deliveriesIn(String folder) {
        return in(folder).stream()
                .filter(fixture -> fixture.expect().has("events"))
                .toList();
    }

    public String channel() {
        return file.substring(0, file.indexOf('/'));
    }

    public JsonNode json() {
        return Fields.object(body).orElseThrow();
    }

    static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream("/fixtures/" + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file + " (" + shows + ")";
    }
}
