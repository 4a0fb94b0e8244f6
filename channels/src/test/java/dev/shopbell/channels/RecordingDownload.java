package dev.shopbell.channels;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Keeps what is asked for, and answers as it was told to. */
public final class RecordingDownload implements Download {

    private final Function<URI, Answer> answers;
    private final List<Asked> asked = new ArrayList<>();

    /** One request. */
    public record Asked(URI url, Map<String, String> headers) {}

    public RecordingDownload(Function<URI, Answer> answers) {
        this.answers = answers;
    }

    /** Answers everything with a picture. */
    public static RecordingDownload withPicture() {
        return new RecordingDownload(url -> picture());
    }

    public static Answer picture() {
        return new Answer.File(new byte[] {1, 2, 3}, "image/png");
    }

    public static Answer json(String body) {
        return new Answer.File(Transport.utf8(body), "application/json");
    }

    public List<Asked> asked() {
        return asked;
    }

    @Override
    public Answer get(URI url, Map<String, String> headers, int mostBytes) {
        asked.add(new Asked(url, headers));
        return answers.apply(url);
    }
}
