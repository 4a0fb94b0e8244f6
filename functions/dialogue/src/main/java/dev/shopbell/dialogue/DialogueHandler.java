package dev.shopbell.dialogue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.shopbell.channels.Channels;
import dev.shopbell.channels.UrlConnectionTransport;
import dev.shopbell.conversation.Mail;
import dev.shopbell.definition.BotCompiler;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.platform.AwsClients;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.Customers;
import dev.shopbell.platform.DeadLetters;
import dev.shopbell.platform.Environment;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.LinkCodes;
import dev.shopbell.platform.Mailbox;
import dev.shopbell.platform.MailboxBatch;
import dev.shopbell.platform.ParameterStore;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.Rehearsal;
import dev.shopbell.platform.RequestSigner;
import dev.shopbell.platform.SharedRate;
import dev.shopbell.platform.Sockets;
import dev.shopbell.platform.SsmSettings;
import dev.shopbell.platform.TurnTable;
import io.quarkus.runtime.Startup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The dialogue function: batches of mail in, failures out. */
@Startup
@Singleton
@Named("dialogue")
public class DialogueHandler implements RequestStreamHandler {

    /** nlu's cold start is waited for; what takes longer goes back to the mailbox. */
    private static final Duration PATIENCE_WITH_NLU = Duration.ofSeconds(8);

    private final MailboxBatch mailbox;
    private final Rehearsal rehearsal;

    public DialogueHandler() {
        var clock = Clock.systemUTC();
        var dynamo = AwsClients.tables();
        var table = Environment.require("CONVERSATIONS_TABLE");
        var retention = Duration.ofDays(Long.parseLong(Environment.require("RETENTION_DAYS")));
        var turns = new TurnTable(dynamo, table, retention);
        var consents = new Consents(dynamo, table);
        var receipts = new Receipts(dynamo, table, retention);
        var settings = new SsmSettings(ParameterStore.fromEnvironment(), Environment.require("SETTINGS_PATH"), clock);
        var sockets = new SocketConnections(
                new Sockets(dynamo, table), URI.create(Environment.require("SOCKET_CONNECTIONS_URL")));
        var transport = new UrlConnectionTransport();
        var signed = new SignedTransport(transport, () -> RequestSigner.fromEnvironment("sms-voice"));
        var channels = Channels.of(settings, transport, signed, sockets, clock);
        var nlu = new NluFunction(AwsClients.lambda(PATIENCE_WITH_NLU), Environment.require("NLU_FUNCTION"));
        var bot = bot(Path.of(Environment.require("BOT_HOME")));
        var policy = new Policy(
                bot, nlu, new FileConnectors(bot), () -> setting(settings, "WHATSAPP_REOPEN_TEMPLATE"), clock);
        var environments = Integer.parseInt(Environment.require("DIALOGUE_ENVIRONMENTS"));
        var pace = new KeepPace(new SharedRate(dynamo, table), environments, settings, clock);
        var replies = new SendReplies(
                channels, turns, receipts, new CircuitBreaker(clock), pace, DialogueHandler::putIntoMailbox, clock);
        mailbox = new MailboxBatch(
                AwsClients::sqs,
                Environment.require("INBOUND_QUEUE_URL"),
                new DeadLetters(AwsClients::sqs, Environment.require("DEAD_LETTERS_URL")),
                new TakeTurn(
                        turns,
                        consents,
                        new KnowCustomer(
                                new Customers(dynamo, table, retention), new LinkCodes(dynamo, table), bot, clock),
                        policy,
                        SecondEngineSettings.hearings(nlu, dynamo, table, clock),
                        replies,
                        () -> setting(settings, "SHOW_TYPING")
                                .filter("true"::equals)
                                .isPresent(),
                        clock));
        rehearsal = Rehearsal.beforeSnapshot(
                () -> new DialogueRehearsal(turns, consents, receipts, settings, pace, nlu, bot).run());
    }

    /** Rare enough to make the queue's client only then. */
    private static void putIntoMailbox(Mail mail) {
        new Mailbox(AwsClients.sqs(), Environment.require("INBOUND_QUEUE_URL")).deliver(List.of(mail));
    }

    private static Optional<String> setting(SsmSettings settings, String name) {
        return settings.apply(name).filter(value -> !value.isBlank());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var event = Json.read(in);
        var answer = rehearsal.isCalledBy(event)
                ? rehearsal.answer(event)
                : mailbox.run(event, context::getRemainingTimeInMillis);
        Json.write(answer, out);
    }

    private static BotDefinition bot(Path home) {
        try {
            return BotCompiler.read(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
