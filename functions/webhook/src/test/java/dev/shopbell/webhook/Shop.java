package dev.shopbell.webhook;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.RetryableFailure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edge over ports that remember, and refuse when told to. */
final class Shop implements DeliveryReports {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:01Z");

    final List<Mail.CustomerSaid> kept = new ArrayList<>();
    final List<Mail.ReplyFailed> failed = new ArrayList<>();
    final List<DeliveryReport> reported = new ArrayList<>();
    final List<String> reached = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final List<Turn> turns = new ArrayList<>();
    final Map<URI, byte[]> documents = new HashMap<>(Recorded.certificates());
    final List<URI> fetched = new ArrayList<>();
    boolean snsRefuses;
    boolean mailboxRefuses;
    boolean tableRefuses;

    final Edge edge;
    final VisitorSockets sockets;

    /** As it is without any settings in the environment. */
    Shop() {
        this(Map.of());
    }

    /** @param environment as the template would set it */
    Shop(Map<String, String> environment) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var assembly = new Assembly(
                Recorded.settings(),
                this::keep,
                this,
                this::after,
                this::open,
                this::fetch,
                Map.of("mailbox", () -> refuse(mailboxRefuses), "conversations", () -> refuse(tableRefuses)),
                "wss://socket.example/live",
                WebDoor.of(name -> Optional.ofNullable(environment.get(name)), clock),
                (key, type, size, life) -> URI.create(
                        "https://bucket.example/" + key + "?type=" + type + "&size=" + size + "&life=" + life),
                clock);
        edge = assembly.edge();
        sockets = assembly.sockets();
    }

    private void keep(List<? extends Mail> mail) {
        refuse(mailboxRefuses);
        for (var one : mail) {
            switch (one) {
                case Mail.CustomerSaid said -> kept.add(said);
                case Mail.ReplyFailed reply -> failed.add(reply);
                case Mail.AgentSaid desk -> throw new AssertionError("Nobody at the desk writes here: " + desk);
                case Mail.HandedBack desk -> throw new AssertionError("Nobody at the desk writes here: " + desk);
            }
        }
    }

    @Override
    public void note(DeliveryReport report) {
        refuse(tableRefuses);
        reported.add(report);
    }

    @Override
    public void noteUntil(ConversationId conversation, DeliveryStatus status, Instant until) {
        refuse(tableRefuses);
        reached.add(conversation + " " + status + " " + until.toEpochMilli());
    }

    private List<Turn> after(ConversationId conversation, long number, int limit) {
        refuse(tableRefuses);
        return turns.stream()
                .filter(turn -> turn.conversation().equals(conversation) && turn.number() > number)
                .limit(limit)
                .toList();
    }

    private void open(ConversationId conversation, String connectionId, Instant at) {
        refuse(tableRefuses);
        opened.add(conversation + " " + connectionId);
    }

    private Optional<byte[]> fetch(URI url, int mostBytes) {
        refuse(snsRefuses);
        fetched.add(url);
        return Optional.ofNullable(documents.get(url));
    }

    private static void refuse(boolean refuses) {
        if (refuses) {
            throw new RetryableFailure("told to", Duration.ZERO, null);
        }
    }
}
