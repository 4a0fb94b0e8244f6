package dev.shopbell.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Shows what the bot says as it comes, on a thread of its own: often while a reply is due, seldom otherwise. */
final class ChatScreen implements AutoCloseable {
    private static final Duration BRISK = Duration.ofMillis(150);
    private static final Duration LAZY = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(1_200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final WebVisitor visitor;
    private final PrintStream out;
    private final Semaphore hurry = new Semaphore(0);
    private final Thread watcher;
    private volatile boolean closed;
    private List<String> offered = List.of();
    private long spokenAt = System.nanoTime();
    private long heardAt = System.nanoTime();
    private boolean due;

    ChatScreen(WebVisitor visitor, PrintStream out) {
        this.visitor = visitor;
        this.out = out;
        watcher = Thread.ofVirtual().name("chat screen").start(this::watch);
    }

    /** The value of the choice that a typed number means; empty if the words are just words. */
    synchronized Optional<String> chosenBy(String words) {
        if (!words.matches("[1-9][0-9]?")) {
            return Optional.empty();
        }
        var index = Integer.parseInt(words) - 1;
        return index < offered.size() ? Optional.of(offered.get(index)) : Optional.empty();
    }

    /** To be called before the visitor speaks. */
    synchronized void expectReply() {
        due = true;
        spokenAt = System.nanoTime();
        hurry.release();
    }

    /**
     * Waits until a reply has come and nothing more follows.
     *
     * @return false if none came in time
     */
    synchronized boolean awaitQuiet() throws InterruptedException {
        while (due || System.nanoTime() - heardAt < QUIET.toNanos()) {
            if (due && System.nanoTime() - spokenAt > LONGEST_WAIT.toNanos()) {
                return false;
            }
            wait(50);
        }
        return true;
    }

    private void watch() {
        try {
            while (!closed) {
                if (hurry.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                    hurry.drainPermits();
                }
                var news = visitor.news();
                if (!news.isEmpty()) {
                    show(news);
                }
            }
        } catch (CommandFailure e) {
            if (!closed) {
                out.println(e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Duration pause() {
        return due || System.nanoTime() - heardAt < QUIET.toNanos() ? BRISK : LAZY;
    }

    private synchronized void show(List<JsonNode> news) {
        for (var message : news) {
            out.println(
                    message.path("from").asText() + ": " + message.path("text").asText());
            var values = new ArrayList<String>();
            choices(message.path("choices"), values, "  ");
            for (var card : message.path("cards")) {
                out.println("  ▭ " + card.path("title").asText());
                line(card.path("subtitle"));
                line(card.path("image"));
                choices(card.path("buttons"), values, "    ");
            }
            line(message.path("media").path("name"));
            line(message.path("media").path("url"));
            for (var name : List.of("name", "address", "lat", "lon")) {
                line(message.path("place").path(name));
            }
            offered = List.copyOf(values);
        }
        out.flush();
        due = false;
        heardAt = System.nanoTime();
        notifyAll();
    }

    private void line(JsonNode words) {
        if (!words.isMissingNode()) {
            out.println("    " + words.asText());
        }
    }

    /** What can be chosen gets a number; what can be opened shows where. */
    private void choices(JsonNode buttons, List<String> values, String indent) {
        for (var button : buttons) {
            if (button.has("value")) {
                values.add(button.path("value").asText());
                out.println(indent + values.size() + ") " + button.path("title").asText());
            } else {
                out.println(indent + button.path("title").asText() + ": "
                        + button.path("url").asText());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
