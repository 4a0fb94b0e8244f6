package dev.shopbell.channels;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Keeps what is posted, and answers what was laid ready; 200 when nothing was. */
public final class RecordingTransport implements Transport {

    private final List<Sent> sent = new ArrayList<>();
    private final Queue<Result> answers = new ArrayDeque<>();

    /** One request. */
    public record Sent(URI url, Map<String, String> headers, String body) {}

    public RecordingTransport answering(int status, String body) {
        answers.add(new Result.Answered(status, Optional.empty(), body));
        return this;
    }

    public RecordingTransport answering(Result result) {
        answers.add(result);
        return this;
    }

    public List<Sent> sent() {
        return sent;
    }

    @Override
    public Result post(URI url, Map<String, String> headers, byte[] body) {
        sent.add(new Sent(url, headers, new String(body, StandardCharsets.UTF_8)));
        var answer = answers.poll();
        return answer == null ? new Result.Answered(200, Optional.empty(), "{}") : answer;
    }
}
