package dev.shopbell.local.provider;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Takes sends for the platforms: on a good day as the platform would, on a planned bad day as badly as was asked. */
final class SendDesk {
    private final Outbox outbox;
    private final Faults faults;
    private final SpeedLimits limits;
    private final Caller caller;
    private final URI ourself;
    private final InstantSource clock;

    SendDesk(Outbox outbox, Faults faults, SpeedLimits limits, Caller caller, URI ourself, InstantSource clock) {
        this.outbox = outbox;
        this.faults = faults;
        this.limits = limits;
        this.caller = caller;
        this.ourself = ourself;
        this.clock = clock;
    }

    /** What the sender gets to see. */
    sealed interface Seen {
        /** An answer. */
        record Said(Answer answer) implements Seen {}

        /** A connection that breaks without an answer. */
        record Broken() implements Seen {}

        /** Nothing, for a long time. */
        record Silence() implements Seen {}
    }

    Seen take(Platform platform, SendRequest request) {
        if (platform.isNotice(request)) {
            return new Seen.Said(serve(platform, request));
        }
        var fault = faults.next(
                platform.channel(),
                planned -> planned.mode() != Faults.Mode.WINDOW_CLOSED || !platform.isForClosedWindow(request));
        if (fault.isEmpty()) {
            return new Seen.Said(serve(platform, request));
        }
        return switch (fault.get().mode()) {
            case STATUS -> new Seen.Said(platform.failure(fault.get().status()));
            case WINDOW_CLOSED ->
                new Seen.Said(
                        switch (platform.windowClosed()) {
                            case Platform.Window.Says(var answer) -> answer;
                            case Platform.Window.Later(var code) -> serve(platform, request, Optional.of(code));
                        });
            case FAIL_LATER ->
                new Seen.Said(serve(platform, request, Optional.of(fault.get().code())));
            case HANG -> new Seen.Silence();
            case DROP_BEFORE_ACCEPT -> new Seen.Broken();
            case DROP_AFTER_ACCEPT -> {
                serve(platform, request);
                yield new Seen.Broken();
            }
        };
    }

    private Answer serve(Platform platform, SendRequest request) {
        return serve(platform, request, Optional.empty());
    }

    /** @param failure the code by which it fails after it was taken; empty if all goes well */
    private Answer serve(Platform platform, SendRequest request, Optional<String> failure) {
        Instant now = clock.instant();
        return switch (platform.send(request, ourself, now)) {
            case Verdict.Refused refused -> refused.answer();
            case Verdict.Noted noted -> noted.answer();
            case Verdict.Taken taken -> {
                var refusal = limits.refusal(platform, taken.message());
                if (refusal.isPresent()) {
                    yield refusal.get();
                }
                var callbacks = failure.map(code -> platform.failed(taken.message(), code, ourself, now).stream()
                                .toList())
                        .orElse(taken.callbacks());
                var milestones = callbacks.stream()
                        .flatMap(callback -> Milestone.of(callback, now).stream())
                        .toList();
                outbox.add(taken.message(), milestones);
                callbacks.forEach(caller::call);
                yield taken.answer();
            }
        };
    }
}
