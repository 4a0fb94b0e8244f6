package dev.shopbell.channels;

import dev.shopbell.channels.awssms.AwsSmsChannel;
import dev.shopbell.channels.messenger.MessengerChannel;
import dev.shopbell.channels.sms.SmsChannel;
import dev.shopbell.channels.telegram.TelegramChannel;
import dev.shopbell.channels.web.WebChannel;
import dev.shopbell.channels.whatsapp.WhatsAppChannel;
import dev.shopbell.conversation.ChannelName;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Every channel there is, by name. A new one is a new folder and a line here. */
public final class Channels {

    private final Map<ChannelName, Channel> byName;

    /** What few shops have: its classes are not even loaded before it is needed. */
    private final Map<ChannelName, Supplier<Channel>> atNeed;

    private Channels(List<Channel> channels, Map<ChannelName, Supplier<Channel>> atNeed) {
        this.atNeed = Map.copyOf(atNeed);
        byName = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, channel -> channel));
    }

    /**
     * All channels.
     *
     * @param settings secrets and addresses by their names in the README; asked at each use, so that a changed secret counts
     * @param transport for what is sent to providers
     * @param sockets for what is sent to the shop's own pages
     */
    public static Channels of(
            Function<String, Optional<String>> settings, Transport transport, SocketPush sockets, Clock clock) {
        return of(settings, transport, transport, sockets, clock);
    }

    /**
     * All channels, where there is somebody who signs.
     *
     * @param signed for what is sent to AWS itself: it signs each request for the service {@code sms-voice}
     */
    public static Channels of(
            Function<String, Optional<String>> settings,
            Transport transport,
            Transport signed,
            SocketPush sockets,
            Clock clock) {
        Fetch nothing = (url, mostBytes) -> {
            throw new IllegalStateException("Only the webhook asks whether a message of SNS' is genuine");
        };
        return new Channels(
                List.of(
                        new MessengerChannel(settings, transport),
                        new WhatsAppChannel(settings, transport),
                        new SmsChannel(settings, transport),
                        new WebChannel(settings, sockets, clock)),
                Map.of(
                        new ChannelName("awssms"), () -> new AwsSmsChannel(settings, signed, nothing, clock),
                        new ChannelName("telegram"), () -> new TelegramChannel(settings, transport)));
    }

    /** The channel of that name; empty if there is none. */
    public Optional<Channel> named(ChannelName name) {
        return Optional.ofNullable(byName.get(name))
                .or(() -> Optional.ofNullable(atNeed.get(name)).map(Supplier::get));
    }
}
