package dev.shopbell.dialogue;

import dev.shopbell.channels.Channels;
import dev.shopbell.channels.UrlConnectionTransport;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.MailCodec;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.SsmSettings;
import dev.shopbell.platform.TurnTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One harmless turn, run before a snapshot is taken or a class archive is made, so that the first real one finds warm
 * classes. It reads for real, writes under a condition that cannot hold, and sends to nobody.
 */
final class DialogueRehearsal {

    private static final ConversationId NOBODY = new ConversationId(new ChannelName("sms"), "rehearsal", "nobody");

    private final TurnTable turns;
    private final Consents consents;
    private final Receipts receipts;
    private final SsmSettings settings;
    private final KeepPace pace;
    private final NluFunction nlu;
    private final BotDefinition bot;

    DialogueRehearsal(
            TurnTable turns,
            Consents consents,
            Receipts receipts,
            SsmSettings settings,
            KeepPace pace,
            NluFunction nlu,
            BotDefinition bot) {
        this.turns = turns;
        this.consents = consents;
        this.receipts = receipts;
        this.settings = settings;
        this.pace = pace;
        this.nlu = nlu;
        this.bot = bot;
    }

    void run() {
        var clock = Clock.systemUTC();
        nlu.wake();
        turns.newest(NOBODY);
        var policy = new Policy(bot, u -> Understanding.NOTHING, new FileConnectors(bot), clock);
        var mail = MailCodec.read(MailCodec.write(new Mail.CustomerSaid(
                new InboundMessage.Text(new MessageId("rehearsal"), NOBODY, "Hello"),
                Instant.EPOCH,
                Instant.EPOCH,
                "")));
        var decision = policy.decide(Memory.FRESH, consents.isOptedOut(List.of("rehearsal"), false), mail, 1);
        var written = MemoryCodec.write(decision.memory().handled(mail.id()), decision.replies());
        var context = MemoryCodec.write(MemoryCodec.read(written, decision.replies()), decision.replies());
        var turn = new Turn(
                NOBODY,
                1,
                mail.id(),
                Turn.Speaker.CUSTOMER,
                "Hello",
                "",
                decision.replies(),
                Outcome.ANSWERED,
                "",
                0.5,
                "en",
                "",
                null,
                0,
                Instant.EPOCH,
                clock.instant(),
                context);
        turns.rehearse(turn);
        receipts.progress(turn.replyId(0));
        pace.waits(
                new ConversationId(new ChannelName("whatsapp"), "rehearsal", "nobody"),
                decision.replies().getFirst());
        // Port 9 is "discard": nobody listens there, and nothing is sent.
        Function<String, Optional<String>> nowhere =
                name -> Optional.of(name.endsWith("_URL") ? "http://127.0.0.1:9" : "rehearsal");
        var channels = Channels.of(nowhere, new UrlConnectionTransport(), (conversation, json) -> {}, clock);
        var unusedCount = new RehearsedTurn(bot, nowhere, clock).take(NOBODY);
        var unused = settings.apply("WHATSAPP_TOKEN");
        settings.forget(); // a snapshot must not hold secrets
        for (var name : List.of("messenger", "whatsapp", "sms", "web")) {
            channels.named(new ChannelName(name))
                    .ifPresent(c -> c.sendAs(
                            Turn.Speaker.CUSTOMER,
                            turn.replyId(0),
                            decision.replies().getFirst()));
        }
    }
}
