package dev.shopbell.channels;

import dev.shopbell.channels.messenger.MessengerChannel;
import dev.shopbell.channels.sms.SmsChannel;
import dev.shopbell.channels.web.WebChannel;
import dev.shopbell.channels.whatsapp.WhatsAppChannel;
import dev.shopbell.conversation.ChannelName;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every channel there is, by name. A new one is a new folder and a line here. */
public final class Channels {

    private final Map<ChannelName, Channel> byName;

    private Channels(List<Channel> channels) {
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
        return new Channels(List.of(
                new MessengerChannel(settings, transport),
                new WhatsAppChannel(settings, transport),
                new SmsChannel(settings, transport),
                new WebChannel(settings, sockets, clock)));
    }

    /** The channel of that name; empty if there is none. */
    public Optional<Channel> named(ChannelName name) {
        return Optional.ofNullable(byName.get(name));
    }
}
