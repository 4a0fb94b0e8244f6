package dev.shopbell.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.LocalServer;
import dev.shopbell.local.LocalSite;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * Graph API, Twilio, and AWS' SMS with its SNS topic on this machine, with what one needs to watch and to vex them:
 *
 * <ul>
 *   <li>{@code POST /_providers/graph/VERSION/me/messages} and {@code POST /_providers/graph/VERSION/NUMBER/messages}
 *   <li>{@code POST} and {@code GET /_providers/graph/VERSION/ACCOUNT/message_templates}, with the platform's token
 *   <li>{@code POST /_providers/twilio/2010-04-01/Accounts/SID/Messages.json}
 *   <li>{@code POST /_providers/telegram/botTOKEN/METHOD}
 *   <li>{@code POST /_providers/aws-sms/}, {@code SendTextMessage}
 *   <li>{@code GET /_providers/sns/…}: the certificate that the topic signs with, and confirmations of subscriptions
 *   <li>{@code GET /_providers/outbox?channel=&to=&after=&wait=}: what they took, newest 1,000
 *   <li>{@code POST /_providers/faults} with {@code {channel, mode, status, count}}, {@code DELETE /_providers/faults}
 *   <li>{@code GET} on the platforms: files that customers sent ({@link MediaSite})
 *   <li>{@code POST /_providers/media} with {@code {type, name, data}} (base64) → {@code {id}}, {@code DELETE /_providers/media}
 *   <li>{@code GET /_providers/settings}: the secrets to sign with, for {@code ./bot send}
 * </ul>
 */
public final class Providers implements LocalSite {
    private static final String PREFIX = "/_providers";
    private static final Set<String> PLATFORMS = Set.of("graph", "twilio", "aws-sms", "telegram");
    private static final int LONGEST_SILENCE_SECONDS = 60;

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public HttpHandler handler(LocalServer server) {
        var outbox = new Outbox();
        var faults = new Faults();
        var limits = new SpeedLimits();
        var desk = new SendDesk(
                outbox, faults, limits, new Caller(server.background()), server.baseUrl(), InstantSource.system());
        var snsKey = SnsKey.OWN;
        var media = new CustomerMedia();
        var mediaSite = new MediaSite(media, server);
        var control = new Control(outbox, faults, limits, server, snsKey, media);
        var doorman = new Doorman(server.baseUrl());
        var platforms = new Platforms(server, snsKey);
        return exchange -> {
            var request = read(exchange);
            var area = request.pathParts().isEmpty() ? "" : request.pathParts().get(0);
            var method = exchange.getRequestMethod().toString();
            var templates = area.equals("graph") ? platforms.templates(method, request) : Optional.<Answer>empty();
            if (templates.isPresent()) {
                say(exchange, templates.get());
            } else if (area.equals("sns")) {
                SnsSite.show(exchange, request.below(), snsKey);
            } else if (PLATFORMS.contains(area) && method.equals("GET")) {
                mediaSite.show(exchange, request);
            } else if (PLATFORMS.contains(area)) {
                var platform = post(exchange) ? platforms.at(request) : Optional.<Platform>empty();
                show(
                        exchange,
                        platform.<SendDesk.Seen>map(found -> desk.take(found, request.below()))
                                .orElseGet(() -> new SendDesk.Seen.Said(
                                        Control.error(404, "The simulated platform has nothing but sends."))),
                        server.background());
            } else if (doorman.admits(exchange)) {
                say(exchange, control.handle(method, area, request));
            } else {
                say(exchange, Control.error(403, "Only programs and pages of this machine may ask that."));
            }
        };
    }

    private static boolean post(HttpServerExchange exchange) {
        return exchange.getRequestMethod().toString().equals("POST");
    }

    private static SendRequest read(HttpServerExchange exchange) throws IOException {
        exchange.startBlocking();
        var path = exchange.getRequestPath().substring(PREFIX.length());
        var authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        return new SendRequest(
                Arrays.stream(path.split("/", -1))
                        .filter(part -> !part.isEmpty())
                        .toList(),
                authorization == null ? "" : authorization,
                // Read here, and not by the server: whether that one decodes is a setting.
                TwilioDelivery.decode(exchange.getQueryString()),
                new String(exchange.getInputStream().readAllBytes(), UTF_8));
    }

    private static void show(HttpServerExchange exchange, SendDesk.Seen seen, ScheduledExecutorService clock) {
        switch (seen) {
            case SendDesk.Seen.Said said -> say(exchange, said.answer());
            case SendDesk.Seen.Broken ignored -> IoUtils.safeClose(exchange.getConnection());
            case SendDesk.Seen.Silence ignored ->
                // A dispatched exchange stays open when the handler returns.
                exchange.dispatch(Runnable::run, () -> hangUpLater(exchange, clock));
        }
    }

    private static void hangUpLater(HttpServerExchange exchange, ScheduledExecutorService clock) {
        var hangUp = clock.schedule(
                () -> IoUtils.safeClose(exchange.getConnection()), LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
        exchange.getConnection().addCloseListener(closed -> {
            if (!hangUp.isDone()) {
                hangUp.cancel(false);
            }
        });
    }

    private static void say(HttpServerExchange exchange, Answer answer) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(Json.text(answer.body()));
    }
}
